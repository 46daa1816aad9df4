import type { AccountId, ChatId, MembershipId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { type ChatContext, findMember, insertMembers, lockChats, raiseAudience, takeTurn } from '#chats/index.ts'
import { listMemberAccounts } from '#members/index.ts'
import { insertSystemMessage } from '#messages/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { listOwned, updateChat, updateRole } from './store.ts'

type HandOver = {
  readonly organizationId: OrganizationId
  /** Who leaves. */
  readonly from: AccountId
  /** Somebody of the staff here: whoever calls has looked. */
  readonly to: { readonly accountId: AccountId; readonly membershipId: MembershipId }
  /** All that they own, when missing. */
  readonly chatIds?: readonly ChatId[]
}

/** The open chats somebody owns get another owner, who comes into those they are not in yet, seen by all. */
export async function handOverChats(
  context: Pick<ChatContext, 'bus'>,
  tx: Tx,
  actor: Actor,
  { organizationId, from, to, chatIds }: HandOver,
  afterCommit: AfterCommit,
): Promise<number> {
  const asked = { organizationId, accountId: from }
  const wanted = (await listOwned(tx, asked)).map(({ id }) => id).filter((id) => chatIds?.includes(id) ?? true)
  await lockChats(tx, wanted)
  // Under the locks once more: one of them may have been handed over or closed meanwhile.
  const owned = (await listOwned(tx, asked)).filter(({ id }) => wanted.includes(id))
  for (const { id: chatId } of owned) {
    await bringIn(context, tx, actor, { chatId, ...to }, afterCommit)
    await updateRole(tx, { chatId, accountId: to.accountId, role: 'moderator' })
    await updateChat(tx, chatId, { ownerId: to.accountId })
    await raiseAudience(tx, [chatId])
    const subject = { subjectKind: 'chat', subjectId: chatId, details: { accountId: to.accountId } } as const
    await recordAudit(tx, actor, { organizationId, action: 'chat.handed-over', ...subject })
    const members = await listMemberAccounts(tx, chatId)
    afterCommit(() => {
      publishStale(context.bus, members, 'chats', 'members')
    })
  }
  return owned.length
}

type Heir = { readonly chatId: ChatId; readonly accountId: AccountId; readonly membershipId: MembershipId }

async function bringIn(
  context: Pick<ChatContext, 'bus'>,
  tx: Tx,
  actor: Actor,
  { chatId, accountId, membershipId }: Heir,
  afterCommit: AfterCommit,
): Promise<void> {
  if (await findMember(tx, chatId, accountId)) return
  const turn = await takeTurn(tx, chatId, { seq: 1, audience: 1 })
  const at = { visibleFromSeq: turn.seq, joinedRev: turn.rev, readSeq: turn.seq }
  const as = { role: 'moderator', isStaff: true, hasEntered: false } as const
  await insertMembers(tx, [{ ...at, ...as, chatId, accountId, membershipId }])
  const author = await findMember(tx, chatId, actor.accountId)
  const line = { kind: 'members-joined', authorId: actor.accountId, subjectIds: [accountId] } as const
  const by = { chatId, membershipId: author?.membershipId ?? null }
  await insertSystemMessage(context, tx, afterCommit, { ...line, ...by, turn })
}
