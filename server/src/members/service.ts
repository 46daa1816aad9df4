import type { AccountId, AuditAction, Chat, ChatId, ChatMember, MembershipId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { getChat } from '#chat-list/index.ts'
import {
  accessChat,
  type ChatContext,
  type ClearedChat,
  deleteMembers,
  findMember,
  insertMembers,
  mayBeRemoved,
  takeTurn,
} from '#chats/index.ts'
import { insertSystemMessage, underChatLock } from '#messages/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Tx } from '#platform/db.ts'
import { findManagementMembership } from './follow.store.ts'
import { listMemberAccounts, listMembers, updateToOwnerless } from './store.ts'
import { underStructure } from './under-structure.ts'

export async function getMembers(
  { db, presence }: ChatContext,
  actor: Actor,
  chatId: ChatId,
): Promise<{ members: ChatMember[] }> {
  await accessChat(db, actor, chatId, 'see')
  const members = await listMembers(db, chatId)
  return { members: members.map((member) => ({ ...member, isOnline: presence.isOnline(member.accountId) })) }
}

/** Makes the actor a member, seen by all in the chat. */
export async function enterChat(context: ChatContext, actor: Actor, chatId: ChatId): Promise<Chat> {
  const { accountId } = actor
  await underStructure(context, actor, { chatId, action: 'enter' }, async (tx, chat, afterCommit) => {
    if (chat.chatRole !== 'none') return
    const membershipId = await findEntering(tx, chat, accountId)
    const turn = await takeTurn(tx, chatId, { seq: 1, audience: 1 })
    const visibleFromSeq = chat.newcomersSee === 'all' ? 1 : turn.seq
    const at = { chatId, accountId, membershipId, visibleFromSeq, joinedRev: turn.rev, readSeq: turn.seq }
    await insertMembers(tx, [{ ...at, role: 'moderator', isStaff: true, hasEntered: true }])
    const line = { kind: 'member-entered', authorId: accountId, subjectIds: [accountId] } as const
    await insertSystemMessage(context, tx, afterCommit, { ...line, chatId, membershipId, turn })
    await record(tx, actor, chat, { action: 'chat.entered', accountId })
    afterCommit(() => {
      publishStale(context.bus, [accountId], 'chats')
    })
  })
  return getChat(context, actor, chatId)
}

async function findEntering(tx: Tx, chat: ClearedChat, accountId: AccountId): Promise<MembershipId> {
  const found = chat.organizationId && (await findManagementMembership(tx, chat.organizationId, accountId))
  if (!found) throw new AppError('not-found')
  return found
}

/** Takes somebody out, or oneself. */
export async function removeMember(
  context: ChatContext,
  actor: Actor,
  { chatId, accountId }: { chatId: ChatId; accountId: AccountId },
): Promise<{ rev: number }> {
  const action = accountId === actor.accountId ? 'leave' : 'removeMember'
  const { rev } = await underChatLock(context, actor, { chatId, action }, async (tx, chat, afterCommit) => {
    const member = await findMember(tx, chatId, accountId)
    if (!member) throw new AppError('not-found')
    if (action === 'leave' && chat.isOwner) await letOwnerGo(tx, chat)
    else if (!mayBeRemoved(chat, member)) throw new AppError('forbidden')
    await deleteMembers(tx, chatId, [accountId])
    const turn = await takeTurn(tx, chatId, { seq: 1, audience: 1 })
    const line = { kind: 'members-left', authorId: actor.accountId, subjectIds: [accountId] } as const
    const { membershipId } = chat
    await insertSystemMessage(context, tx, afterCommit, { ...line, chatId, membershipId, turn })
    await record(tx, actor, chat, { action: 'chat.member-removed', accountId })
    return { rev: turn.rev }
  })
  return { rev }
}

/** Nothing runs ownerless: whoever is not alone in an open chat hands it over first; alone, they close it behind them. */
async function letOwnerGo(tx: Tx, chat: ClearedChat): Promise<void> {
  const others = (await listMemberAccounts(tx, chat.id)).length - 1
  if (chat.state === 'open' && others > 0) throw new AppError('chat-needs-owner')
  await updateToOwnerless(tx, chat.id)
}

function record(tx: Tx, actor: Actor, chat: ClearedChat, what: { action: AuditAction; accountId: AccountId }) {
  const { id: subjectId, organizationId } = chat
  const details = { accountId: what.accountId }
  return recordAudit(tx, actor, { organizationId, action: what.action, subjectKind: 'chat', subjectId, details })
}
