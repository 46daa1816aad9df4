import 'fake-indexeddb/auto'
import type { ChatId, MessageId } from '@kolosok/contract'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test, vi } from 'vitest'
import { localData } from '#lib/local-data.ts'
import { newId } from '#lib/new-id.ts'
import { discardEntry, putInOutbox, retryEntry, sendOutbox } from './outbox.ts'

const client = new QueryClient()
const chatId = newId() as ChatId
const posted: string[] = []
let answer: (id: string) => Response | Promise<Response>

beforeEach(async () => {
  await localData.outbox.clear()
  posted.length = 0
  answer = stored
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    const { id, text } = JSON.parse(body) as { id: string; text: string }
    posted.push(text)
    return Promise.resolve(answer(id))
  })
})

function stored(id: string): Response {
  const sentAt = '2026-03-02T10:00:00.000Z'
  const nothing = {
    membershipId: null,
    subjectIds: [],
    replyToId: null,
    attachments: [],
    poll: null,
    call: null,
    original: null,
    isSilent: false,
  }
  const times = { sentAt, editedAt: null, deletedAt: null }
  const message = {
    id,
    chatId,
    seq: 1,
    rev: 1,
    kind: 'text',
    authorId: newId(),
    text: 'x',
    reactions: {},
    ...nothing,
    ...times,
  }
  return Response.json(message)
}

const refused = (status: number, code: string) => Response.json({ type: 'urn:x', title: 'x', status, code }, { status })

async function write(text: string): Promise<MessageId> {
  const id = newId() as MessageId
  const rest = { chatId, replyToId: null, attachments: [], poll: null, writtenAt: new Date().toISOString() }
  await putInOutbox(client, { id, text, ...rest })
  return id
}

const waiting = () => localData.outbox.count()

test('messages go one after another in the order they were written, each once', async () => {
  await Promise.all([write('раз'), write('два'), write('три')])
  await vi.waitFor(async () => {
    expect(await waiting()).toBe(0)
  })
  expect(posted).toEqual(['раз', 'два', 'три'])
})

test('without network they stay on the device and go later, with the same ids', async () => {
  answer = () => Promise.reject(new TypeError('offline'))
  const id = await write('из метро')
  await vi.waitFor(() => {
    expect(posted).toContain('из метро')
  })
  expect(await waiting()).toBe(1)

  const ids: string[] = []
  answer = (sent) => {
    ids.push(sent)
    return stored(sent)
  }
  await sendOutbox(client)
  await vi.waitFor(async () => {
    expect(await waiting()).toBe(0)
  })
  expect(ids).toEqual([id])
})

test('what the server refuses waits for a decision and holds up nobody', async () => {
  answer = (id) => (posted.length === 1 ? refused(409, 'chat-read-only') : stored(id))
  const id = await write('нельзя')
  await write('можно')
  await vi.waitFor(() => {
    expect(posted).toEqual(['нельзя', 'можно'])
  })
  await vi.waitFor(async () => {
    expect(await localData.outbox.toArray()).toMatchObject([{ id, refusedWith: 'chat-read-only' }])
  })

  answer = stored
  await retryEntry(client, id)
  await vi.waitFor(async () => {
    expect(await waiting()).toBe(0)
  })
})

test('a refused message can be thrown away', async () => {
  answer = () => refused(403, 'forbidden')
  const id = await write('передумала')
  await vi.waitFor(async () => {
    expect(await localData.outbox.toArray()).toMatchObject([{ refusedWith: 'forbidden' }])
  })
  await discardEntry(id)
  expect(await waiting()).toBe(0)
})
