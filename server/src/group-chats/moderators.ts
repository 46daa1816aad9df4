import type { AccountId, Chat, ChatId, ChatMember } from '@kolosok/contract'
import { type AuditEntry, recordAudit } from '#audit/index.ts'
import { getChat } from '#chat-list/index.ts'
import { type ChatContext, type ClearedChat, findMember, raiseAudience } from '#chats/index.ts'
import { getMembers, listMemberAccounts } from '#members/index.ts'
import { underChatLock } from '#messages/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { updateChat, updateRole } from './store.ts'

type Member = { readonly chatId: ChatId; readonly accountId: AccountId }

/** Who keeps order together with the owner; doing it twice changes nothing. */
export async function setModerator(
  context: ChatContext,
  actor: Actor,
  { chatId, accountId, role }: Member & { role: 'member' | 'moderator' },
): Promise<{ members: ChatMember[] }> {
  await underChatLock(context, actor, { chatId, action: 'own' }, async (tx, chat, afterCommit) => {
    const member = await findMember(tx, chatId, accountId)
    if (!member) throw new AppError('not-found')
    if (member.isOwner) throw new AppError('forbidden')
    if (role === 'moderator' && !member.isStaff) throw new AppError('only-staff')
    if (member.role === role) return
    await updateRole(tx, { chatId, accountId, role })
    const action = role === 'moderator' ? 'chat.moderator-appointed' : 'chat.moderator-dismissed'
    await finish(context, tx, actor, { chat, action, accountId }, afterCommit)
  })
  return getMembers(context, actor, chatId)
}

/** From now on another member of the staff owns the chat; the former owner goes on keeping order. */
export async function handOver(context: ChatContext, actor: Actor, { chatId, accountId }: Member): Promise<Chat> {
  await underChatLock(context, actor, { chatId, action: 'own' }, async (tx, chat, afterCommit) => {
    const member = await findMember(tx, chatId, accountId)
    if (!member) throw new AppError('not-found')
    if (!member.isStaff) throw new AppError('only-staff')
    if (member.isOwner) return
    await updateRole(tx, { chatId, accountId, role: 'moderator' })
    await updateChat(tx, chatId, { ownerId: accountId })
    await finish(context, tx, actor, { chat, action: 'chat.handed-over', accountId }, afterCommit)
  })
  return getChat(context, actor, chatId)
}

type Done = { readonly chat: ClearedChat; readonly action: AuditEntry['action']; readonly accountId: AccountId }

async function finish(
  { bus }: ChatContext,
  tx: Tx,
  actor: Actor,
  { chat, action, accountId }: Done,
  afterCommit: AfterCommit,
): Promise<void> {
  const { id: subjectId, organizationId } = chat
  await raiseAudience(tx, [subjectId])
  await recordAudit(tx, actor, { organizationId, action, subjectKind: 'chat', subjectId, details: { accountId } })
  const members = await listMemberAccounts(tx, subjectId)
  afterCommit(() => {
    publishStale(bus, members, 'chats', 'members')
  })
}
