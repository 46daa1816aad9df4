import type { AccountId, ChatId, GroupId, MembershipId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { anyOf, type Db, runPlannedOnce, runSql, type Tx } from '#platform/db.ts'
import { lockName, shareName } from '#platform/lock-name.ts'
import { newId } from '#platform/new-id.ts'
import type { Wanted } from './differences.store.ts'

/** One change of an organization's structure at a time: each sees whole what the one before did. */
export async function lockStructure(tx: Tx, organizationId: OrganizationId): Promise<void> {
  await lockName(tx, `structure:${organizationId}`)
}

/** Keeps the structure as it is until the transaction ends; many may hold it so at once. */
export async function shareStructure(tx: Tx, organizationId: OrganizationId): Promise<void> {
  await shareName(tx, `structure:${organizationId}`)
}

/** A chat for each of these groups that has none yet; the ids of all of them. */
export async function ensureBoundChats(tx: Tx, groupIds: readonly GroupId[]): Promise<ChatId[]> {
  const groups = await tx
    .selectFrom('group')
    .leftJoin('chat', 'chat.bound_group_id', 'group.id')
    .where('group.id', '=', anyOf(groupIds))
    .select(['group.id', 'group.organization_id as organizationId', 'group.kind', 'chat.id as chatId'])
    .execute()
  const missing = groups
    .filter((group) => group.chatId === null)
    .map((group) => ({ ...group, chatId: newId<ChatId>(), isStaff: group.kind === 'staff' }))
  if (missing.length > 0) {
    await tx
      .insertInto('chat')
      .values(
        missing.map(({ chatId, id, organizationId, isStaff }) => ({
          id: chatId,
          organization_id: organizationId,
          kind: 'group' as const,
          bound_to: isStaff ? ('staff' as const) : ('group' as const),
          bound_group_id: id,
          newcomers_see: isStaff ? ('all' as const) : ('from-joining' as const),
        })),
      )
      .execute()
  }
  return [...groups.flatMap((group) => group.chatId ?? []), ...missing.map((group) => group.chatId)]
}

/** Chats that somebody of the management entered: whoever is that no more has to go, whatever group it was about. */
export async function listEntered(db: Db, organizationId: OrganizationId): Promise<ChatId[]> {
  const rows = await db
    .selectFrom('chat')
    .where('organization_id', '=', organizationId)
    .where('bound_to', 'is not', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('chat_member')
          .whereRef('chat_member.chat_id', '=', 'chat.id')
          .where('has_entered', '=', true)
          .select('chat_id'),
      ),
    )
    .select('id')
    .execute()
  return rows.map((row) => row.id)
}

export async function updateMember(tx: Tx, wanted: Wanted & { wanted: 'member' | 'moderator' }): Promise<void> {
  const { chatId, accountId, membershipId, isStaff, hasEntered } = wanted
  await tx
    .updateTable('chat_member')
    .where('chat_id', '=', chatId)
    .where('account_id', '=', accountId)
    .set({ role: wanted.wanted, membership_id: membershipId, is_staff: isStaff, has_entered: hasEntered })
    .execute()
}

const SETTLE_OWNER = `
  with heir as (
    select (select account_id from chat_member where chat_id = $1 and is_staff
      order by role = 'moderator' desc, joined_at, account_id limit 1) as account_id
  ), settled as (
    update chat set owner_id = heir.account_id,
      state = case when heir.account_id is null then 'read-only' else state end
    from heir
    where id = $1 and owner_id is not null
      and not exists (select from chat_member where chat_id = $1 and account_id = owner_id)
    returning owner_id as "ownerId"
  ), promoted as (
    update chat_member set role = 'moderator' from settled where chat_id = $1 and account_id = settled."ownerId"
  )
  select "ownerId" from settled`

/** Nothing runs ownerless: the eldest colleague in it takes a chat over whose owner has gone, or it is closed. */
export async function settleOwner(tx: Tx, chatId: ChatId): Promise<{ isClosed: boolean }> {
  const [settled] = await runSql<{ ownerId: AccountId | null }>(tx, SETTLE_OWNER, [chatId])
  return { isClosed: settled?.ownerId === null }
}

export type Followed = { readonly newcomersSee: 'all' | 'from-joining'; readonly isUntouched: boolean }

/** What new members of a bound chat see; everything, when nobody has been in it yet. */
export async function findFollowed(db: Db, chatId: ChatId): Promise<Followed> {
  return db
    .selectFrom('chat')
    .where('id', '=', chatId)
    .select((eb) => [
      'newcomers_see as newcomersSee',
      sql<boolean>`rev = 0 and not ${eb.exists(
        eb.selectFrom('chat_member').where('chat_id', '=', chatId).select('chat_id'),
      )}`.as('isUntouched'),
    ])
    .executeTakeFirstOrThrow()
}

export type DirectChange = { readonly chatId: ChatId; readonly accountIds: AccountId[] }

// Open while one of the two may write to the other, read-only when the reason has ended. Begins at their memberships,
// of each there are a few: nobody else of the organization is looked at.
const HAS_REASON = `exists (
  select from (select id, organization_id from membership where account_id = chat.first_account_id offset 0) one
  cross join lateral (
    select id, organization_id from membership where account_id = chat.second_account_id offset 0) other
  where one.organization_id = chat.organization_id and other.organization_id = chat.organization_id and (exists (select from contact where from_membership_id = one.id and to_membership_id = other.id offset 0)
    or exists (select from contact where from_membership_id = other.id and to_membership_id = one.id offset 0)))`

// One person, one chat after the other: a list of thousands is not gone through once for each chat.
const OF_PEOPLE = `
  select distinct held.chat_id as id
  from unnest($2::uuid[]) person (id)
  cross join lateral (select chat_id from chat_member where account_id = person.id offset 0) held`
const OF_EVERYBODY = `select id from chat where kind = 'direct' and organization_id = $1 and $2::uuid[] is null`
const TO_CHANGE = (chats: string) => `
  with asked as materialized (${chats})
  select chat.id
  from asked
  cross join lateral (
    select * from chat where chat.id = asked.id and kind = 'direct' and organization_id = $1 offset 0) chat
  where (chat.state = 'open') <> ${HAS_REASON}`

/** Direct chats of these people (of everybody, when null) whose state is not what the structure says. */
export async function listDirectToChange(
  tx: Tx,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[] | null,
): Promise<ChatId[]> {
  const text = TO_CHANGE(accountIds === null ? OF_EVERYBODY : OF_PEOPLE)
  const rows = await runPlannedOnce<{ id: ChatId }>(tx, text, [organizationId, accountIds])
  return rows.map((row) => row.id)
}

/** The caller holds their locks. */
export async function updateDirect(tx: Tx, chatIds: readonly ChatId[]): Promise<DirectChange[]> {
  if (chatIds.length === 0) return []
  const rows = await tx
    .updateTable('chat')
    .where('id', '=', anyOf(chatIds))
    .set((eb) => ({
      state: sql<'open' | 'read-only'>`case when ${sql.raw(HAS_REASON)} then 'open' else 'read-only' end`,
      audience_version: eb('audience_version', '+', 1),
    }))
    .returning(['id', 'first_account_id as first', 'second_account_id as second'])
    .execute()
  return rows.map(({ id, first, second }) => ({ chatId: id, accountIds: [first, second].filter((a) => a !== null) }))
}

/** As whom somebody of the management enters. */
export async function findManagementMembership(
  db: Db,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<MembershipId | undefined> {
  const row = await db
    .selectFrom('membership')
    .where('account_id', '=', accountId)
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('is_admin', '=', true), eb('role', '=', 'management')]))
    .select('id')
    .orderBy('role')
    .executeTakeFirst()
  return row?.id
}

/** The membership by which somebody acts in an organization; undefined for one who has none there. */
export async function findActing(
  db: Db,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<MembershipId | undefined> {
  const row = await db
    .selectFrom('membership')
    .where('account_id', '=', accountId)
    .where('organization_id', '=', organizationId)
    .select('id')
    .orderBy(sql`ended_at is not null`)
    .orderBy('is_admin', 'desc')
    .orderBy('role')
    .executeTakeFirst()
  return row?.id
}
