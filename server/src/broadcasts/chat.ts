import {
  type Broadcast,
  BROADCAST_CHAT_PAGE,
  type BroadcastChat,
  type BroadcastId,
  type BroadcastMessage,
  type BroadcastMessageId,
} from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { transact } from '#platform/db.ts'
import type { Pace } from '#platform/pace.ts'
import { accessBroadcast, factsOf } from './access.ts'
import {
  findMessage,
  getChatRev,
  insertMessage,
  listMessages,
  type MessageRow,
  takeChatRev,
  updateHasChat,
  updateRemoved,
  upsertMuted,
} from './chat.store.ts'
import type { BroadcastContext } from './context.ts'
import type { Outbox } from './outbox.ts'
import { listRunning } from './person.store.ts'
import { broadcastPolicy } from './policy.ts'
import { getBroadcast } from './present.ts'
import { lockBroadcast } from './store.ts'
import { recordBroadcastAudit, tellConcerned, tellRoom } from './tell.ts'

/** `ofAll`: how much one room bears. */
export type ChatContext = BroadcastContext & {
  readonly outbox: Outbox
  readonly ofAll: Pace
}

type One = { readonly broadcastId: BroadcastId; readonly broadcastMessageId: BroadcastMessageId }

export async function getChat(
  { db }: Pick<ChatContext, 'db'>,
  actor: Actor,
  { broadcastId: id, before }: { broadcastId: BroadcastId; before?: number | undefined },
): Promise<BroadcastChat> {
  const broadcast = await accessBroadcast(db, actor, id, 'see')
  const isRunning = broadcastPolicy.moderate(factsOf(broadcast, actor)) === 'allow'
  // Before the messages: what is said in between is heard twice rather than missed.
  const rev = await getChatRev(db, id)
  const rows = await listMessages(db, id, before ?? null)
  const page = rows.slice(0, BROADCAST_CHAT_PAGE).reverse()
  return {
    messages: page.map((row) => present(row, actor, isRunning)),
    previous: rows.length > BROADCAST_CHAT_PAGE ? (page[0]?.seq ?? null) : null,
    rev,
  }
}

/** The client chose the id: a retry finds what it wrote. */
export async function say(
  context: ChatContext,
  actor: Actor,
  { broadcastId, broadcastMessageId: id, text }: One & { readonly text: string },
): Promise<BroadcastMessage> {
  const { accountId } = actor
  const row = await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, broadcastId)
    await accessBroadcast(tx, actor, broadcastId, 'say')
    const there = await findMessage(tx, id)
    if (there && (there.broadcastId !== broadcastId || there.accountId !== accountId)) throw new AppError('not-found')
    if (there) return there
    context.ofAll(broadcastId)
    const seq = await takeChatRev(tx, broadcastId)
    const isMade = await insertMessage(tx, { id, broadcastId, seq, accountId, text, saidAt: context.clock() })
    const made = isMade ? await findMessage(tx, id) : undefined
    if (!made) throw new AppError('not-found')
    afterCommit(() => {
      const { isOwn, isMuted, ...said } = present(made, actor, false)
      context.outbox(broadcastId, { rev: seq, said })
    })
    return made
  })
  return present(row, actor, false)
}

/** Again: changes nothing. What somebody else said is removed visibly in the journal. */
export async function remove(
  context: ChatContext,
  actor: Actor,
  { broadcastId, broadcastMessageId: id }: One,
): Promise<Record<string, never>> {
  await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, broadcastId)
    const message = await findMessage(tx, id)
    const isOwn = message?.accountId === actor.accountId
    const broadcast = await accessBroadcast(tx, actor, broadcastId, isOwn ? 'see' : 'moderate')
    if (message?.broadcastId !== broadcastId) throw new AppError('not-found')
    if (message.removedAt) return
    const rev = await takeChatRev(tx, broadcastId)
    await updateRemoved(tx, id, context.clock())
    if (!isOwn) await recordBroadcastAudit(tx, actor, broadcast, 'broadcast.message-removed', message.accountId)
    afterCommit(() => {
      context.outbox(broadcastId, { rev, removed: id })
    })
  })
  return {}
}

/** Whoever wrote this, in this broadcast; nobody silences those who run it. */
export async function setMuted(
  context: ChatContext,
  actor: Actor,
  { broadcastId, broadcastMessageId: id, isMuted }: One & { readonly isMuted: boolean },
): Promise<Record<string, never>> {
  await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, broadcastId)
    const broadcast = await accessBroadcast(tx, actor, broadcastId, 'moderate')
    const message = await findMessage(tx, id)
    if (message?.broadcastId !== broadcastId) throw new AppError('not-found')
    const { accountId } = message
    if ((await listRunning(tx, broadcastId)).includes(accountId)) throw new AppError('forbidden')
    if (!(await upsertMuted(tx, broadcastId, accountId, isMuted ? context.clock() : null))) return
    const action = isMuted ? 'broadcast.person-muted' : 'broadcast.person-unmuted'
    await recordBroadcastAudit(tx, actor, broadcast, action, accountId)
    afterCommit(() => {
      publishStale(context.bus, [accountId], 'broadcasts')
    })
  })
  return {}
}

/** While it is live, everybody in the room is told at once by LiveKit; before that those it is for look it up. */
export async function setChatOn(
  context: ChatContext,
  actor: Actor,
  { broadcastId: id, isOn }: { readonly broadcastId: BroadcastId; readonly isOn: boolean },
): Promise<Broadcast> {
  await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, id)
    const broadcast = await accessBroadcast(tx, actor, id, 'setChat')
    if (broadcast.hasChat === isOn) return
    await updateHasChat(tx, id, isOn)
    await recordBroadcastAudit(tx, actor, broadcast, isOn ? 'broadcast.chat-opened' : 'broadcast.chat-closed')
    await tellConcerned(tx, context.bus, id, afterCommit)
    afterCommit(() => {
      if (broadcast.state === 'live') tellRoom(context, id)
    })
  })
  return getBroadcast(context.db, actor, id)
}

const present = (row: MessageRow, { accountId }: Actor, isRunning: boolean): BroadcastMessage => ({
  id: row.id,
  seq: row.seq,
  author: { name: row.name, label: row.label },
  text: row.text,
  saidAt: row.saidAt.toISOString(),
  isOwn: row.accountId === accountId,
  isMuted: isRunning && row.isMuted,
})
