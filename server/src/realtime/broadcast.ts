import type { AccountId, Changes, Message } from '@kolosok/contract'
import type { Roster } from '#chats/index.ts'
import { encodeFrame } from './connection.ts'

type Send = (accountId: AccountId, frame: Buffer) => void

/**
 * One committed change to everybody in the chat, serialized once. Whose cut-off lies above a changed message gets the
 * revision without it; whoever joins by this change starts afresh, whatever they held of an earlier time; whom it
 * took out is told that the chat is gone.
 */
export function broadcast(roster: Roster, changes: Changes, send: Send): void {
  const lowest = changes.messages.reduce((seq, message) => Math.min(seq, message.seq), Infinity)
  const joined = seqsBySubject(changes.messages, ['member-entered', 'members-joined'])
  if (roster.cutOff <= lowest && joined.size === 0) {
    const frame = encodeFrame({ type: 'changes', ...changes })
    for (const accountId of roster.members.keys()) send(accountId, frame)
  } else {
    sendBySight(roster, changes, joined, send)
  }

  for (const accountId of seqsBySubject(changes.messages, ['members-left', 'chat-changed']).keys()) {
    if (!roster.members.has(accountId)) send(accountId, encodeFrame({ type: 'gone', chatId: changes.chatId }))
  }
}

function sendBySight(roster: Roster, changes: Changes, joined: ReadonlyMap<AccountId, number>, send: Send): void {
  const frames = new Map<string, Buffer>()
  for (const [accountId, { visibleFromSeq }] of roster.members) {
    const joinedAt = joined.get(accountId)
    const from = Math.max(visibleFromSeq, joinedAt ?? 1)
    const messages = changes.messages.filter((message) => message.seq >= from)
    const reset = changes.reset || joinedAt !== undefined
    // Messages are left out from below, so their number says which they are.
    const key = `${String(messages.length)} ${String(reset)}`
    const frame = frames.get(key) ?? encodeFrame({ type: 'changes', ...changes, reset, messages })
    frames.set(key, frame)
    send(accountId, frame)
  }
}

const NOBODY: ReadonlyMap<AccountId, number> = new Map()

/** Whom system messages of these kinds are about, and where they stand. */
function seqsBySubject(
  messages: readonly Message[],
  kinds: readonly Message['kind'][],
): ReadonlyMap<AccountId, number> {
  const about = messages.filter((message) => message.subjectIds.length > 0 && kinds.includes(message.kind))
  if (about.length === 0) return NOBODY
  return new Map(about.flatMap((message) => message.subjectIds.map((accountId) => [accountId, message.seq] as const)))
}
