import {
  type AccountId,
  type GroupId,
  type MembershipId,
  type OrganizationId,
  type PeopleSort,
  type PersonStanding,
  type Role,
} from '@kolosok/contract'
import { type Expression, type SqlBool, sql } from 'kysely'
import { anyOf, type Db } from '#platform/db.ts'
import { likeWords } from '#platform/search-words.ts'
import { people, teaches } from './store.ts'

export type Filter = {
  readonly search?: string | undefined
  readonly role?: Role | undefined
  readonly groupId?: GroupId | undefined
  readonly standing?: PersonStanding | undefined
  /** Of those, only these. */
  readonly membershipIds?: readonly MembershipId[] | undefined
}

export type Asked = Filter & {
  readonly sort?: PeopleSort | undefined
  readonly after?: MembershipId | undefined
}

export type Reader = { readonly accountId: AccountId; readonly seesAll: boolean }

const isSeen = ({ accountId, seesAll }: Reader): Expression<SqlBool> =>
  seesAll ? sql<SqlBool>`true` : sql<SqlBool>`(membership.role in ('management', 'teacher') or ${teaches(accountId)})`

/** A teacher sees a child of own groups in full, and nothing of another: of whom a parent's place speaks. */
const isOfReaders = ({ accountId, seesAll }: Reader, childId: Expression<unknown>): Expression<SqlBool> =>
  seesAll
    ? sql<SqlBool>`true`
    : // Found once for all rows.
      sql<SqlBool>`${childId} in (
        select gc.child_id from membership reader
        cross join lateral (select group_id from teaching where membership_id = reader.id offset 0) own
        cross join lateral (
          select child_id from group_child where group_id = own.group_id and until_at is null offset 0) gc
        where reader.account_id = ${accountId} and reader.ended_at is null and reader.confirmed_at is not null)`

/**
 * Groups by name: those a teacher has, or those of a parent's children whom the reader sees. Begins at the person, who
 * has few.
 */
const groupsSeen = (reader: Reader) => sql<string[]>`array(
  select g.name
  from (
    select t.group_id from teaching t where t.membership_id = membership.id
    union
    select gc.group_id from guardianship gs
    join group_child gc on gc.child_id = gs.child_id and gc.until_at is null
    where gs.membership_id = membership.id and gs.until_at is null and ${isOfReaders(reader, sql`gs.child_id`)}) own
  join "group" g on g.id = own.group_id
  where g.archived_at is null and g.organization_id = membership.organization_id
  order by g.place limit 6)`

/** Begins at the group: its people are found once for all rows, whatever the database believes of how many there are. */
const isOfGroup = (reader: Reader, groupId: GroupId) => sql<SqlBool>`membership.id = any(array(
  select t.membership_id from teaching t where t.group_id = ${groupId}
  union all
  select gs.membership_id from group_child gc
  join guardianship gs on gs.child_id = gc.child_id and gs.until_at is null
  where gc.group_id = ${groupId} and gc.until_at is null and ${isOfReaders(reader, sql`gs.child_id`)}))`

const IS_STAFF = sql<SqlBool>`membership.role in ('management', 'teacher')`

const standings = {
  'confirmed': () => sql<SqlBool>`${IS_STAFF} and membership.confirmed_at is not null`,
  'unconfirmed': () => sql<SqlBool>`${IS_STAFF} and membership.confirmed_at is null`,
  'committee': () => sql<SqlBool>`exists (
    select from group_committee gc where gc.membership_id = membership.id and gc.until_at is null)`,
  // Staff have groups by what they teach, families by their children: the ties of the whole organization are found once,
  // not those of each person (nor, by `offset 0`, those of everybody in the installation).
  'without-group': (organizationId) => sql<SqlBool>`case when ${IS_STAFF}
    then not exists (
      select from teaching t join "group" g on g.id = t.group_id and g.archived_at is null
      where t.membership_id = membership.id offset 0)
    else membership.id not in (
      select membership_id from guardianship
      where organization_id = ${organizationId} and until_at is null and coalesce(child_id in (
        select child_id from group_child where organization_id = ${organizationId} and until_at is null), false)) end`,
} as const satisfies Record<PersonStanding, (organizationId: OrganizationId) => Expression<SqlBool>>

/** Everybody who is meant, and whom this reader may see. */
const meant = (
  db: Db,
  organizationId: OrganizationId,
  reader: Reader,
  { search = '', role, groupId, standing, membershipIds }: Filter,
) =>
  people(db)
    .select(groupsSeen(reader).as('groups'))
    .where('membership.organization_id', '=', organizationId)
    .where(isSeen(reader))
    .where((eb) => eb.and(likeWords(search).map((word) => eb('membership.searched_name', 'like', `%${word}%`))))
    .$if(role !== undefined, (query) => query.where('membership.role', '=', role as Role))
    .$if(groupId !== undefined, (query) => query.where(isOfGroup(reader, groupId as GroupId)))
    .$if(standing !== undefined, (query) => query.where(standings[standing as PersonStanding](organizationId)))
    .$if(membershipIds !== undefined, (query) =>
      query.where('membership.id', '=', anyOf(membershipIds as readonly MembershipId[])),
    )

export async function countPeople(
  db: Db,
  organizationId: OrganizationId,
  reader: Reader,
  filter: Filter,
): Promise<number> {
  const { count } = await db
    .selectFrom(meant(db, organizationId, reader, filter).as('meant'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

const keys = { name: sql<string>`membership.full_name`, joined: sql<Date>`membership.created_at` } as const

/** A page in the order asked for, and one more to tell whether there is another. */
export function listPeople(
  db: Db,
  organizationId: OrganizationId,
  reader: Reader,
  { sort = 'name', after, limit, ...filter }: Asked & { limit: number },
) {
  const isDown = sort.startsWith('-')
  const key = sort.endsWith('name') ? keys.name : keys.joined
  const beyond = sql.raw(isDown ? '<' : '>')
  return meant(db, organizationId, reader, filter)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(${key}, membership.id) ${beyond} (
          select ${key}, membership.id from membership
          where membership.id = ${after as MembershipId} and membership.organization_id = ${organizationId})`,
      ),
    )
    .orderBy(key, isDown ? 'desc' : 'asc')
    .orderBy('membership.id', isDown ? 'desc' : 'asc')
    .limit(limit)
    .execute()
}

/** A few for whoever types: first those of whom a name begins so. */
export function findNamed(
  db: Db,
  organizationId: OrganizationId,
  reader: Reader,
  { search, limit }: { search: string; limit: number },
) {
  const [first = ''] = likeWords(search)
  return meant(db, organizationId, reader, { search })
    .orderBy(sql`' ' || membership.searched_name like ${`% ${first}%`}`, 'desc')
    .orderBy('membership.full_name')
    .orderBy('membership.id')
    .limit(limit)
    .execute()
}
