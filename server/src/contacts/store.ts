import type { AccountId, ChatId, MembershipId, OrganizationId, Person } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import type { ContactFacts } from './policy.ts'

type Asked = { readonly organizationId: OrganizationId; readonly membershipId: MembershipId }
export type Other = { readonly accountId: AccountId; readonly isStaff: boolean; readonly isSeen: boolean }

const OTHER = `
  select m.account_id as "accountId", m.role in ('management', 'teacher') as "isStaff",
    exists (select from chat_member a join chat_member b on b.chat_id = a.chat_id
      join chat on chat.id = a.chat_id and chat.organization_id = m.organization_id
      where a.account_id = $1 and b.account_id = m.account_id) as "isSeen"
  from membership m
  where m.id = $3 and m.organization_id = $2 and m.account_id <> $1 and m.ended_at is null`

/** The person behind a membership, and whether the asker meets them in any chat. */
export async function findOther(db: Db, asker: AccountId, asked: Asked): Promise<Other | undefined> {
  const [row] = await runSql<Other>(db, OTHER, [asker, asked.organizationId, asked.membershipId])
  return row
}

const ROLES = (m: string) => `array_remove(array[
    case when ${m}.role = 'teacher' and ${m}.confirmed_at is null then 'unconfirmed-teacher' else ${m}.role end,
    case when ${m}.is_admin then 'admin' end, case when ${m}.is_head then 'head' end], null)`

const FACTS = `
  select a.id as "membershipId", a.role in ('management', 'teacher') as "isStaff",
    ${ROLES('a')} as roles, ${ROLES('b')} as "theirRoles",
    exists (select from group_tie x join group_tie y on y.group_id = x.group_id
      where x.membership_id = a.id and y.membership_id = b.id
        and (not x.is_limited or y.side = 'staff') and (not y.is_limited or x.side = 'staff')) as "isSameGroup",
    o.may_parents_write_each_other and not lacks_consent(o.id, 'parents-write', a.account_id)
      and not lacks_consent(o.id, 'parents-write', b.account_id) as "mayParentsWriteEachOther"
  from membership a
  join organization o on o.id = a.organization_id
  join membership b on b.id = $3 and b.organization_id = a.organization_id and b.ended_at is null
  where a.account_id = $1 and a.organization_id = $2 and a.ended_at is null
  order by a.role in ('management', 'teacher') desc, a.is_admin desc, a.id`

/** One row per membership of the asker, staff first. */
export async function listContactFacts(
  db: Db,
  asker: AccountId,
  asked: Asked,
): Promise<(ContactFacts & { membershipId: MembershipId; isStaff: boolean })[]> {
  return runSql(db, FACTS, [asker, asked.organizationId, asked.membershipId])
}

export type ContactPage = {
  readonly organizationId: OrganizationId
  readonly q: string
  readonly after: { readonly name: string; readonly membershipId: string } | null
  readonly limit: number
}

// Whom anybody can reach at all: staff, and who is in the same groups. Begins at the one who asks. `offset 0`: one
// after the other, or everybody of every group would be read.
const IN_REACH = `
  select id from membership
  where organization_id = $2 and role in ('management', 'teacher') and ended_at is null
  union all
  select theirs.membership_id
  from membership own
  cross join lateral (select group_id from group_tie where membership_id = own.id offset 0) tie
  cross join lateral (select membership_id from group_tie where group_id = tie.group_id offset 0) theirs
  where own.account_id = $1 and own.organization_id = $2 and own.ended_at is null`

// In the order of names. Whoever may write to all is not held against the view; for others it decides about those in
// reach. A parent is found by the child, too: «мама Вани».
const CONTACTS = `
  select p.account_id as "accountId", p.membership_id as "membershipId", p.role, p.name, p.label,
    p.is_confirmed as "isConfirmed"
  from membership m
  join person p on p.membership_id = m.id
  where m.organization_id = $2 and m.ended_at is null and m.account_id <> $1
    and ($3 = '' or position(lower($3) in lower(m.name || ' ' || m.position)) > 0
      or m.id in (
        select parent.id from membership parent
        join guardianship gs on gs.membership_id = parent.id and gs.until_at is null
        where parent.organization_id = $2 and parent.role = 'parent' and parent.ended_at is null
          and position(lower($3) in lower(parent.name || ' ' || gs.label)) > 0))
    and ((select bool_or(is_admin or role = 'management') from membership
        where account_id = $1 and organization_id = $2 and ended_at is null)
      or (m.id in (${IN_REACH}) and exists (
        select from contact
        where from_account_id = $1 and organization_id = $2 and to_membership_id = m.id offset 0)))
    and (m.name, m.id) > ($4, $5::uuid)
  order by m.name, m.id limit $6`

const FIRST = { name: '', membershipId: '00000000-0000-0000-0000-000000000000' }

/** By name; at most `limit`. */
export async function listContacts(db: Db, asker: AccountId, page: ContactPage): Promise<Person[]> {
  const { name, membershipId } = page.after ?? FIRST
  return runSql(db, CONTACTS, [asker, page.organizationId, page.q, name, membershipId, page.limit])
}

type Pair = { readonly organizationId: OrganizationId; readonly accountIds: readonly [AccountId, AccountId] }

export async function findDirectChat(db: Db, { organizationId, accountIds }: Pair): Promise<ChatId | undefined> {
  const [first, second] = [...accountIds].sort()
  const row = await db
    .selectFrom('chat')
    .where('kind', '=', 'direct')
    .where('organization_id', '=', organizationId)
    .where('first_account_id', '=', first ?? null)
    .where('second_account_id', '=', second ?? null)
    .select('id')
    .executeTakeFirst()
  return row?.id
}

/** Undefined when the two have one already. */
export async function insertDirectChat(
  tx: Tx,
  id: ChatId,
  { organizationId, accountIds }: Pair,
): Promise<ChatId | undefined> {
  const [first, second] = [...accountIds].sort()
  const row = await tx
    .insertInto('chat')
    .values({
      id,
      organization_id: organizationId,
      kind: 'direct',
      first_account_id: first ?? null,
      second_account_id: second ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
