import type { ChatId } from '@kolosok/contract'
import { type ChatContext, listRecentlyChanged } from '#chats/index.ts'
import { findChanges } from '#messages/index.ts'
import type { Hub } from './hub.ts'
import { listEnded } from './sweep.store.ts'

const EVERY_MS = 1_000
const SESSIONS_EVERY = 10

type Revs = ReadonlyMap<ChatId, number>

/**
 * The sure path: finds by revisions what the bus lost, and hands it in again. Only what was already there
 * one sweep ago counts as lost; the rest may still be on its way, the more so when the node is busy.
 */
async function sweep(context: ChatContext, hub: Hub, before: Revs): Promise<Revs> {
  const heads = await listRecentlyChanged(context.db)
  for (const { chatId, rev } of heads) {
    const delivered = hub.delivered(chatId) ?? Math.max(0, rev - 1)
    if (delivered >= (before.get(chatId) ?? 0)) continue
    const missing = await findChanges(context, null, { chatId, since: delivered })
    if (missing) hub.accept(missing)
  }
  const revs = new Map(heads.map((head) => [head.chatId, head.rev]))
  hub.keepOnly(revs)
  return revs
}

/** The same for sessions whose end was not heard of. */
async function sweepSessions({ db }: ChatContext, hub: Hub): Promise<void> {
  const sessionIds = [...new Set([...hub.connections()].map(({ sessionId }) => sessionId))]
  if (sessionIds.length > 0) hub.endSessions(await listEnded(db, sessionIds))
}

/** Sweeps until stopped. A sweep that fails (the database is away) is followed by the next one. */
export function startSweeping(context: ChatContext, hub: Hub, onError: (error: unknown) => void): () => void {
  let revs: Revs = new Map()
  let count = 0
  let isStopped = false
  let timer = setTimeout(run, EVERY_MS)

  async function once(): Promise<void> {
    revs = await sweep(context, hub, revs)
    count += 1
    if (count % SESSIONS_EVERY === 0) await sweepSessions(context, hub)
  }
  function run(): void {
    void once()
      .catch(onError)
      .finally(() => {
        if (!isStopped) timer = setTimeout(run, EVERY_MS)
      })
  }
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
