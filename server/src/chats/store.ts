import type { AccountId, ChatId, MembershipId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { OrganizationRole } from '#organizations/index.ts'
import { anyOf, type Db, runSql, type Tx } from '#platform/db.ts'
import type { ChatFacts } from './policy.ts'

/** Holds the chat's lock until the transaction ends. False when there is no such chat. */
export async function lockChat(tx: Tx, chatId: ChatId): Promise<boolean> {
  const row = await tx.selectFrom('chat').where('id', '=', chatId).select('id').forUpdate().executeTakeFirst()
  return row !== undefined
}

export type Turn = { readonly seq: number; readonly rev: number; readonly audienceVersion: number }

/** The next revision of a locked chat; `seq` grows only for a new message. */
export async function takeTurn(tx: Tx, chatId: ChatId, raise: { seq?: 1; audience?: 1 } = {}): Promise<Turn> {
  return tx
    .updateTable('chat')
    .where('id', '=', chatId)
    .set((eb) => ({
      rev: eb('rev', '+', 1),
      last_seq: eb('last_seq', '+', raise.seq ?? 0),
      audience_version: eb('audience_version', '+', raise.audience ?? 0),
      changed_at: sql<Date>`date_bin('10 s', now(), 'epoch')`,
    }))
    .returning(['last_seq as seq', 'rev', 'audience_version as audienceVersion'])
    .executeTakeFirstOrThrow()
}

export type FoundFacts = ChatFacts & {
  readonly organizationId: OrganizationId | null
  readonly newcomersSee: 'all' | 'from-joining'
  readonly title: string
  /** As whom the asker speaks here. */
  readonly membershipId: MembershipId | null
  readonly visibleFromSeq: number
}

/** The facts the policy needs, in one query; undefined when there is no such chat. */
export async function findChatFacts(db: Db, chatId: ChatId, accountId: AccountId): Promise<FoundFacts | undefined> {
  return db
    .selectFrom('chat')
    .leftJoin('chat_member', (join) =>
      join.onRef('chat_member.chat_id', '=', 'chat.id').on('chat_member.account_id', '=', accountId),
    )
    .where('chat.id', '=', chatId)
    .select([
      'chat.organization_id as organizationId',
      'chat.kind',
      'chat.state',
      'chat.bound_to as boundTo',
      'chat.who_may_write as whoMayWrite',
      'chat.may_members_call as mayMembersCall',
      'chat.newcomers_see as newcomersSee',
      'chat.title',
      sql<boolean>`chat.owner_id is not distinct from ${accountId}::uuid`.as('isOwner'),
      'chat_member.membership_id as membershipId',
      sql<ChatFacts['chatRole']>`coalesce(chat_member.role, 'none')`.as('chatRole'),
      sql<boolean>`coalesce(chat_member.is_staff, false)`.as('isStaff'),
      sql<boolean>`coalesce(chat_member.has_entered, false)`.as('hasEntered'),
      sql<number>`coalesce(chat_member.visible_from_seq, 1)`.as('visibleFromSeq'),
      sql<OrganizationRole[]>`organization_roles(chat.organization_id, ${accountId})`.as('organizationRoles'),
    ])
    .executeTakeFirst()
}

export type Head = { readonly chatId: ChatId; readonly rev: number }

/** Two buckets of `changed_at` back: longer than any transaction may take. */
export async function listRecentlyChanged(db: Db): Promise<Head[]> {
  return db
    .selectFrom('chat')
    .where('changed_at', '>=', sql<Date>`date_bin('10 s', now(), 'epoch') - interval '20 s'`)
    .select(['id as chatId', 'rev'])
    .execute()
}

export type NewMember = {
  readonly chatId: ChatId
  readonly accountId: AccountId
  readonly membershipId: MembershipId | null
  readonly role: 'member' | 'moderator'
  readonly isStaff: boolean
  readonly hasEntered: boolean
  readonly visibleFromSeq: number
  readonly joinedRev: number
  readonly readSeq: number
}

const INSERT_MEMBERS = `
  insert into chat_member (chat_id, account_id, membership_id, role, is_staff, has_entered, visible_from_seq,
    joined_rev, read_seq)
  select * from jsonb_to_recordset($1) as m ("chatId" uuid, "accountId" uuid, "membershipId" uuid, role text,
    "isStaff" boolean, "hasEntered" boolean, "visibleFromSeq" int, "joinedRev" int, "readSeq" int)`

export async function insertMembers(tx: Tx, members: readonly NewMember[]): Promise<void> {
  if (members.length > 0) await runSql(tx, INSERT_MEMBERS, [JSON.stringify(members)])
}

/** How many there were. */
export async function deleteMembers(tx: Tx, chatId: ChatId, accountIds: readonly AccountId[]): Promise<number> {
  if (accountIds.length === 0) return 0
  const { numDeletedRows } = await tx
    .deleteFrom('chat_member')
    .where('chat_id', '=', chatId)
    .where('account_id', '=', anyOf(accountIds))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export async function findMember(db: Db, chatId: ChatId, accountId: AccountId) {
  return db
    .selectFrom('chat_member')
    .where('chat_id', '=', chatId)
    .where('account_id', '=', accountId)
    .innerJoin('chat', 'chat.id', 'chat_member.chat_id')
    .select([
      'membership_id as membershipId',
      'has_entered as hasEntered',
      'is_staff as isStaff',
      'role',
      'read_seq as readSeq',
      sql<boolean>`chat.owner_id is not distinct from chat_member.account_id`.as('isOwner'),
    ])
    .executeTakeFirst()
}

/** The audience changed, though nothing to show did: roles, state, settings. */
export async function raiseAudience(tx: Tx, chatIds: readonly ChatId[]): Promise<void> {
  if (chatIds.length === 0) return
  await tx
    .updateTable('chat')
    .where('id', '=', anyOf(chatIds))
    .set((eb) => ({ audience_version: eb('audience_version', '+', 1) }))
    .execute()
}

/** Locks several chats, in the order in which everybody locks them. */
export async function lockChats(tx: Tx, chatIds: readonly ChatId[]): Promise<void> {
  if (chatIds.length === 0) return
  await tx.selectFrom('chat').where('id', '=', anyOf(chatIds)).select('id').orderBy('id').forUpdate().execute()
}
