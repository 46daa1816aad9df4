import {
  type AccountId,
  type GroupId,
  type MembershipId,
  nameKey,
  type OrganizationId,
  type Role,
} from '@kolosok/contract'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { OrganizationRole } from '#organizations/index.ts'
import type { Db } from '#platform/db.ts'
import type { PersonFacts } from './policy.ts'

const FULL_NAME = sql<string>`coalesce(nullif(concat_ws(' ', nullif(account.family_name, ''),
  nullif(account.given_name, ''), nullif(account.patronymic, '')), ''), '?')`
/** As the index has it. */
const SEARCHED = sql<string>`replace(lower(account.family_name || ' ' || account.given_name || ' ' || account.patronymic), 'ё', 'е')`

/** Of a query over `membership`: the reader, confirmed, teaches a child of this parent. */
const teaches = (reader: AccountId) => sql<boolean>`exists (
  select from guardianship
  join group_child on group_child.child_id = guardianship.child_id and group_child.until_at is null
  join teaching on teaching.group_id = group_child.group_id
  join membership teacher on teacher.id = teaching.membership_id
  join "group" on "group".id = group_child.group_id and "group".archived_at is null
  where guardianship.membership_id = membership.id and guardianship.until_at is null
    and teacher.account_id = ${reader} and teacher.ended_at is null and teacher.confirmed_at is not null)`

export type Found = PersonFacts & { readonly accountId: AccountId }

/** Undefined when there is no such person in this organization now. */
export function findPersonFacts(
  db: Db,
  organizationId: OrganizationId,
  membershipId: MembershipId,
  reader: AccountId,
): Promise<Found | undefined> {
  return db
    .selectFrom('membership')
    .where('membership.id', '=', membershipId)
    .where('membership.organization_id', '=', organizationId)
    .where('membership.ended_at', 'is', null)
    .select([
      'membership.account_id as accountId',
      'membership.role',
      sql<OrganizationRole[]>`organization_roles(membership.organization_id, ${reader})`.as('readerRoles'),
      teaches(reader).as('teachesTheirChild'),
    ])
    .executeTakeFirst()
}

export type Asked = {
  readonly search?: string | undefined
  readonly role?: Role | undefined
  readonly groupId?: GroupId | undefined
  readonly after?: MembershipId | undefined
}

export type Reader = { readonly accountId: AccountId; readonly seesAll: boolean }

const isSeen = ({ accountId, seesAll }: Reader): Expression<SqlBool> =>
  seesAll ? sql<SqlBool>`true` : sql<SqlBool>`(membership.role in ('management', 'teacher') or ${teaches(accountId)})`

/** Where a child is, a teacher learns of own groups only. */
const isReaders = ({ accountId, seesAll }: Reader, groupId: Expression<unknown>): Expression<SqlBool> =>
  seesAll
    ? sql<SqlBool>`true`
    : sql<SqlBool>`exists (
        select from teaching own join membership reader on reader.id = own.membership_id
        where own.group_id = ${groupId} and reader.account_id = ${accountId}
          and reader.ended_at is null and reader.confirmed_at is not null)`

/** Groups by name: a teacher's own, or those of a parent's children. */
const groupsSeen = (reader: Reader) => sql<string[]>`array(
  select g.name from "group" g
  where g.archived_at is null and (
    exists (select from teaching t where t.membership_id = membership.id and t.group_id = g.id)
    or exists (select from guardianship gs
      join group_child gc on gc.child_id = gs.child_id and gc.until_at is null
      where gs.membership_id = membership.id and gs.until_at is null and gc.group_id = g.id
        and ${isReaders(reader, sql`g.id`)}))
    and g.organization_id = membership.organization_id
  order by g.place limit 6)`

const isOfGroup = (reader: Reader, groupId: GroupId) => sql<SqlBool>`exists (
  select from teaching t
  where t.membership_id = membership.id and t.group_id = ${groupId}
  union all
  select from guardianship gs join group_child gc on gc.child_id = gs.child_id and gc.until_at is null
  where gs.membership_id = membership.id and gs.until_at is null and gc.group_id = ${groupId}
    and ${isReaders(reader, sql`gc.group_id`)})`

const wordsOf = (search: string): string[] =>
  nameKey(search)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)

const people = (db: Db) =>
  db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .innerJoin('person', 'person.membership_id', 'membership.id')
    .where('membership.ended_at', 'is', null)
    .select([
      'person.account_id as accountId',
      'person.membership_id as membershipId',
      'person.role',
      'person.name',
      'person.label',
      'person.is_confirmed as isConfirmed',
      FULL_NAME.as('fullName'),
      'membership.is_admin as isAdmin',
      'membership.is_head as isHead',
      'membership.created_at as createdAt',
      'membership.confirmed_at as confirmedAt',
    ])

/** A page by full name, and one more to tell whether there is another. */
export function listPeople(
  db: Db,
  organizationId: OrganizationId,
  reader: Reader,
  { search = '', role, groupId, after, limit }: Asked & { limit: number },
) {
  return people(db)
    .select(groupsSeen(reader).as('groups'))
    .where('membership.organization_id', '=', organizationId)
    .where(isSeen(reader))
    .where((eb) => eb.and(wordsOf(search).map((word) => eb(SEARCHED, 'like', word))))
    .$if(role !== undefined, (query) => query.where('membership.role', '=', role as Role))
    .$if(groupId !== undefined, (query) => query.where(isOfGroup(reader, groupId as GroupId)))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(${FULL_NAME}, membership.id) > (
          select ${sql.raw("coalesce(nullif(concat_ws(' ', nullif(a.family_name, ''), nullif(a.given_name, ''), nullif(a.patronymic, '')), ''), '?')")}, m.id
          from membership m join account a on a.id = m.account_id where m.id = ${after as MembershipId})`,
      ),
    )
    .orderBy(FULL_NAME)
    .orderBy('membership.id')
    .limit(limit)
    .execute()
}

export function getPersonRow(db: Db, membershipId: MembershipId) {
  return people(db).where('membership.id', '=', membershipId).executeTakeFirstOrThrow()
}
