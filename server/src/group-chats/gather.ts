import type { Chat, ChatId, ChatMember, MembershipId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { getChat } from '#chat-list/index.ts'
import { type ChatContext, insertMembers, type NewMember, takeTurn } from '#chats/index.ts'
import { getMembers, shareStructure, tellOfChat, underStructure } from '#members/index.ts'
import { insertSystemMessage } from '#messages/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { type AfterCommit, type Db, transact, type Tx } from '#platform/db.ts'
import {
  getStaffMembership,
  insertGroupChat,
  type Invited,
  isOwnChat,
  listAccounts,
  listHeld,
  listReachable,
  updateChat,
} from './store.ts'

type New = {
  readonly organizationId: OrganizationId
  readonly chatId: ChatId
  readonly title: string
  readonly membershipIds: readonly MembershipId[]
}

/** A chat with these people in it, owned by whoever makes it; again with the same id changes nothing. */
export async function createGroupChat(
  context: ChatContext,
  actor: Actor,
  { organizationId, chatId, title, membershipIds }: New,
): Promise<Chat> {
  const { accountId } = actor
  await transact(context.db, async (tx, afterCommit) => {
    await shareStructure(tx, organizationId)
    await accessOrganization(tx, actor, organizationId, 'createChats')
    const invited = await findInvited(tx, actor, { organizationId, membershipIds })
    refuseMixing(invited)
    const newcomersSee = invited.every(({ isStaff }) => isStaff) ? 'all' : 'from-joining'
    const owned = { id: chatId, organizationId, ownerId: accountId }
    if (!(await insertGroupChat(tx, { ...owned, title, newcomersSee }))) {
      if (await isOwnChat(tx, owned)) return
      throw new AppError('not-found')
    }
    const membershipId = await getStaffMembership(tx, accountId, organizationId)
    const start = { chatId, visibleFromSeq: 1, joinedRev: 0, readSeq: 0, hasEntered: false }
    await insertMembers(tx, [
      { ...start, accountId, membershipId, role: 'moderator', isStaff: true },
      ...invited.map((one): NewMember => ({ ...start, ...pick(one), role: 'member' })),
    ])
    const subject = { subjectKind: 'chat', subjectId: chatId } as const
    await recordAudit(tx, actor, { organizationId, action: 'chat.created', ...subject })
    afterCommit(() => {
      publishStale(context.bus, [accountId, ...invited.map((one) => one.accountId)], 'chats')
    })
  })
  return getChat(context, actor, chatId)
}

/** More people, from now on; whoever is in already stays as they are. */
export async function addMembers(
  context: ChatContext,
  actor: Actor,
  { chatId, membershipIds }: { chatId: ChatId; membershipIds: readonly MembershipId[] },
): Promise<{ members: ChatMember[] }> {
  await underStructure(context, actor, { chatId, action: 'addMembers' }, async (tx, chat, afterCommit) => {
    const { organizationId, membershipId } = chat
    if (!organizationId) throw new AppError('forbidden')
    const held = await listHeld(tx, chatId)
    const isIn = new Set(held.map(({ accountId }) => accountId))
    const known = await listAccounts(tx, membershipIds)
    const asked = membershipIds.filter((id) => !known.some((one) => one.id === id && isIn.has(one.accountId)))
    const invited = await findInvited(tx, actor, { organizationId, membershipIds: asked })
    if (invited.length === 0) return
    refuseMixing([...held, ...invited])
    await bringIn(context, tx, actor, { chat: { ...chat, organizationId }, held, invited, membershipId }, afterCommit)
  })
  return getMembers(context, actor, chatId)
}

type Coming = {
  readonly chat: {
    readonly id: ChatId
    readonly organizationId: OrganizationId
    readonly newcomersSee: 'all' | 'from-joining'
  }
  readonly held: Awaited<ReturnType<typeof listHeld>>
  readonly invited: readonly Invited[]
  /** As whom the actor speaks there. */
  readonly membershipId: MembershipId | null
}

/** Into the chat with a line. The caller holds its lock and has looked whether they may come. */
export async function bringIn(
  context: Pick<ChatContext, 'bus'>,
  tx: Tx,
  actor: Actor,
  { chat, held, invited, membershipId }: Coming,
  afterCommit: AfterCommit,
): Promise<void> {
  const { id: chatId, organizationId } = chat
  // What colleagues said among themselves is not for the first parent who comes.
  const opensToFamilies = held.every(({ isStaff }) => isStaff) && invited.some(({ isStaff }) => !isStaff)
  const closesPast = opensToFamilies && chat.newcomersSee === 'all'
  if (closesPast) {
    await updateChat(tx, chatId, { newcomersSee: 'from-joining' })
    const news = [{ kind: 'chat-changed', text: 'history-from-joining' }] as const
    await tellOfChat(context, tx, actor, { organizationId, chatId, news }, afterCommit)
  }
  const turn = await takeTurn(tx, chatId, { seq: 1, audience: 1 })
  const visibleFromSeq = chat.newcomersSee === 'all' && !closesPast ? 1 : turn.seq
  const start = { chatId, visibleFromSeq, joinedRev: turn.rev, readSeq: turn.seq, hasEntered: false }
  await insertMembers(
    tx,
    invited.map((one): NewMember => ({ ...start, ...pick(one), role: 'member' })),
  )
  const subjectIds = invited.map(({ accountId }) => accountId)
  const line = { kind: 'members-joined', authorId: actor.accountId, subjectIds } as const
  await insertSystemMessage(context, tx, afterCommit, { ...line, chatId, membershipId, turn })
  const subject = { subjectKind: 'chat', subjectId: chatId, details: { accountIds: subjectIds } } as const
  await recordAudit(tx, actor, { organizationId, action: 'chat.members-added', ...subject })
  afterCommit(() => {
    publishStale(context.bus, subjectIds, 'chats')
  })
}

const pick = ({ accountId, membershipId, isStaff }: Invited) => ({ accountId, membershipId, isStaff })

/** All of them people whom this person may write to, or none is put in. */
async function findInvited(
  db: Db,
  { accountId }: Actor,
  { organizationId, membershipIds }: { organizationId: OrganizationId; membershipIds: readonly MembershipId[] },
): Promise<Invited[]> {
  const wanted = new Set(membershipIds)
  const reachable = await listReachable(db, accountId, { organizationId, membershipIds })
  const accounts = new Set(reachable.map((one) => one.accountId))
  const known = await listAccounts(db, membershipIds)
  const isReached = known.length === wanted.size && known.every((one) => accounts.has(one.accountId))
  if (!isReached) throw invalidFields({ membershipIds: 'not-a-contact' })
  return reachable
}

/** Among parents and pupils every teacher is a confirmed one. */
function refuseMixing(people: readonly Mixed[]): void {
  if (!mayMix(people)) throw invalidFields({ membershipIds: 'unconfirmed-among-parents' })
}

type Mixed = Pick<Invited, 'isStaff' | 'isUnconfirmed'>

export const mayMix = (people: readonly Mixed[]): boolean =>
  people.every(({ isStaff }) => isStaff) || !people.some(({ isUnconfirmed }) => isUnconfirmed)
