import type { AccountId, ChatId, ChatSettings, MembershipId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type Invited = {
  readonly accountId: AccountId
  readonly membershipId: MembershipId
  readonly isStaff: boolean
  /** A teacher without the status «педагог», whatever else they are here. */
  readonly isUnconfirmed: boolean
}

const REACHABLE = `
  select distinct on (c.to_account_id) c.to_account_id as "accountId", c.to_membership_id as "membershipId",
    m.role in ('management', 'teacher') as "isStaff",
    m.role = 'teacher' and m.confirmed_at is null as "isUnconfirmed"
  from contact c
  join membership m on m.id = c.to_membership_id
  where c.from_account_id = $1 and c.organization_id = $2 and c.to_membership_id = any($3::uuid[])
  order by c.to_account_id, m.role in ('management', 'teacher') desc, c.to_membership_id`

/** Those of them that this person may write to, each once. */
export async function listReachable(
  db: Db,
  from: AccountId,
  { organizationId, membershipIds }: { organizationId: OrganizationId; membershipIds: readonly MembershipId[] },
): Promise<Invited[]> {
  return runSql(db, REACHABLE, [from, organizationId, membershipIds])
}

const ACCOUNTS = `select id, account_id as "accountId" from membership where id = any($1::uuid[])`

/** Whose memberships these are, of those that exist. */
export async function listAccounts(
  db: Db,
  ids: readonly MembershipId[],
): Promise<{ id: MembershipId; accountId: AccountId }[]> {
  return runSql(db, ACCOUNTS, [ids])
}

const OWN = `
  select id from membership
  where account_id = $1 and organization_id = $2 and ended_at is null and role in ('management', 'teacher')
  order by is_admin desc, role, id limit 1`

/** As whom somebody of the staff owns a chat. */
export async function getStaffMembership(
  db: Db,
  accountId: AccountId,
  organizationId: OrganizationId,
): Promise<MembershipId> {
  const [row] = await runSql<{ id: MembershipId }>(db, OWN, [accountId, organizationId])
  if (!row) throw new Error('Let in by a membership that is not there')
  return row.id
}

const HELD = `
  select m.account_id as "accountId", m.is_staff as "isStaff", not exists (
      select from membership held
      where held.account_id = m.account_id and held.organization_id = c.organization_id and held.ended_at is null
        and (held.role <> 'teacher' or held.confirmed_at is not null)) as "isUnconfirmed"
  from chat_member m join chat c on c.id = m.chat_id
  where m.chat_id = $1`

/** Who is in a chat, with what decides who may come besides. */
export async function listHeld(
  db: Db,
  chatId: ChatId,
): Promise<Pick<Invited, 'accountId' | 'isStaff' | 'isUnconfirmed'>[]> {
  return runSql(db, HELD, [chatId])
}

type New = {
  readonly id: ChatId
  readonly organizationId: OrganizationId
  readonly title: string
  readonly ownerId: AccountId
  readonly newcomersSee: 'all' | 'from-joining'
}

/** False when the id is taken. */
export async function insertGroupChat(
  tx: Tx,
  { id, organizationId, title, ownerId, newcomersSee }: New,
): Promise<boolean> {
  const made = await tx
    .insertInto('chat')
    .values({
      id,
      organization_id: organizationId,
      kind: 'group',
      title,
      owner_id: ownerId,
      newcomers_see: newcomersSee,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Whether it was this person who made this chat here: a retry. */
export async function isOwnChat(db: Db, { id, organizationId, ownerId }: Omit<New, 'title' | 'newcomersSee'>) {
  const row = await db
    .selectFrom('chat')
    .where('id', '=', id)
    .where('organization_id', '=', organizationId)
    .where('owner_id', '=', ownerId)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

type Change = Partial<ChatSettings> & {
  readonly title?: string
  readonly state?: 'open' | 'read-only'
  readonly ownerId?: AccountId
}

export async function updateChat(tx: Tx, chatId: ChatId, change: Change): Promise<void> {
  const { title, state, whoMayWrite, newcomersSee, mayMembersCall, ownerId } = change
  await tx
    .updateTable('chat')
    .where('id', '=', chatId)
    .set({
      ...(title !== undefined && { title }),
      ...(state && { state }),
      ...(ownerId && { owner_id: ownerId }),
      ...(whoMayWrite && { who_may_write: whoMayWrite }),
      ...(newcomersSee && { newcomers_see: newcomersSee }),
      ...(mayMembersCall !== undefined && { may_members_call: mayMembersCall }),
    })
    .execute()
}

export async function updateRole(
  tx: Tx,
  { chatId, accountId, role }: { chatId: ChatId; accountId: AccountId; role: 'member' | 'moderator' },
): Promise<void> {
  await tx
    .updateTable('chat_member')
    .where('chat_id', '=', chatId)
    .where('account_id', '=', accountId)
    .set({ role })
    .execute()
}

/** The open chats somebody owns in an organization, by name: what they hand over when they leave. */
export async function listOwned(
  db: Db,
  { organizationId, accountId }: { organizationId: OrganizationId; accountId: AccountId },
): Promise<{ id: ChatId; title: string; memberCount: number }[]> {
  return db
    .selectFrom('chat')
    .where('owner_id', '=', accountId)
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'open')
    .select((eb) => [
      'id',
      'title',
      eb
        .selectFrom('chat_member')
        .whereRef('chat_member.chat_id', '=', 'chat.id')
        .select(sql<number>`count(*)::int`.as('count'))
        .$asScalar()
        .$notNull()
        .as('memberCount'),
    ])
    .orderBy('title')
    .orderBy('id')
    .execute()
}
