import { type ChatId, messageEndpoints } from '@kolosok/contract'
import type { QueryClient } from '@tanstack/react-query'
import { ApiProblem, call } from '#lib/api.ts'
import { localData, type OutboxEntry, useLocal } from '#lib/local-data.ts'
import { applyAnswer } from './queries.ts'
import { sayTooFast } from './too-fast.ts'

const LOCK = 'kolosok-outbox'
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

const nothing: readonly OutboxEntry[] = []

/** One's own messages of a chat that the server has not acknowledged yet, in the order they were written. */
export function useOutbox(chatId: ChatId): readonly OutboxEntry[] {
  return useLocal(() => localData.outbox.where({ chatId }).sortBy('position'), [chatId], nothing)
}

/** Written down first, sent then: a reload loses nothing. */
export async function putInOutbox(client: QueryClient, entry: Omit<OutboxEntry, 'position' | 'refusedWith'>) {
  await localData.outbox.add({ ...entry, refusedWith: null })
  void sendOutbox(client)
}

export async function retryEntry(client: QueryClient, id: OutboxEntry['id']): Promise<void> {
  await localData.outbox.where({ id }).modify({ refusedWith: null })
  void sendOutbox(client)
}

export async function discardEntry(id: OutboxEntry['id']): Promise<void> {
  await localData.outbox.where({ id }).delete()
}

let pause = FIRST_PAUSE_MS
/** How long the server has asked to wait. */
let slowedMs = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Sends what waits, one after another, in one tab at a time; tries again by itself until nothing waits. */
export async function sendOutbox(client: QueryClient): Promise<void> {
  clearTimeout(timer)
  const isDone = await underLock(() => sendAll(client))
  if (isDone) {
    pause = FIRST_PAUSE_MS
    return
  }
  clearTimeout(timer)
  const wait = slowedMs > 0 ? slowedMs : pause * (0.5 + Math.random())
  timer = setTimeout(() => void sendOutbox(client), wait)
  pause = Math.min(LONGEST_PAUSE_MS, pause * 2)
}

/** Web Locks exist on HTTPS and localhost only; elsewhere the server's ids still keep each message single. */
async function underLock(work: () => Promise<boolean>): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined
  return locks ? locks.request(LOCK, work) : work()
}

/** False when the server could not be reached and something still waits. */
async function sendAll(client: QueryClient): Promise<boolean> {
  for (;;) {
    const entry = await localData.outbox
      .orderBy('position')
      .filter((one) => one.refusedWith === null)
      .first()
    if (!entry) return true
    if (!(await sendOne(client, entry))) return false
  }
}

async function sendOne(client: QueryClient, entry: OutboxEntry): Promise<boolean> {
  const { id, chatId, text, replyToId, attachments, poll, isSilent = false } = entry
  const fileIds = attachments.map(({ fileId }) => fileId)
  try {
    const body = { id, text, replyToId, fileIds, poll, isSilent }
    const message = await call(messageEndpoints.post, { params: { chatId }, body })
    applyAnswer(client, message)
    await localData.outbox.where({ id }).delete()
    return true
  } catch (error) {
    const refusedWith = refusal(error)
    slowedMs = sayTooFast(error) * 1000
    if (refusedWith === null) return false
    await localData.outbox.where({ id }).modify({ refusedWith })
    return true
  }
}

/** The server's final no; null where waiting may help. */
function refusal(error: unknown): string | null {
  if (!(error instanceof ApiProblem)) return null
  const { status, code } = error.body
  return status >= 500 || status === 429 || status === 401 ? null : code
}
