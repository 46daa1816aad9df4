import {
  type AccountId,
  type ChildId,
  type ChildrenSort,
  type ChildStanding,
  type GroupId,
  type MembershipId,
  type OrganizationId,
} from '@kolosok/contract'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '#platform/db.ts'
import { likeWords } from '#platform/search-words.ts'

export type Filter = {
  readonly search?: string | undefined
  readonly groupId?: GroupId | undefined
  readonly standing?: ChildStanding | undefined
  readonly sort?: ChildrenSort | undefined
}

/** Null for whoever sees all; a teacher sees own groups. The same rule as `childPolicy.see`, in SQL. */
export type Reader = { readonly teacher: AccountId | null }

const isSeen = ({ teacher }: Reader): Expression<SqlBool> =>
  teacher === null
    ? sql<SqlBool>`true`
    : sql<SqlBool>`child.left_at is null and exists (
        select from group_child gc
        cross join lateral (select membership_id from teaching where group_id = gc.group_id offset 0) t
        join membership m on m.id = t.membership_id
        where gc.child_id = child.id and gc.until_at is null
          and m.account_id = ${teacher} and m.ended_at is null and m.confirmed_at is not null)`

const isOfGroup = (groupId: GroupId) => sql<SqlBool>`exists (
  select from group_child gc where gc.child_id = child.id and gc.group_id = ${groupId}
    -- Whoever has left is looked for where they were.
    and (gc.until_at is null or child.left_at is not null))`

const stands = (standing: ChildStanding | undefined): Expression<SqlBool> => {
  if (standing === 'left') return sql<SqlBool>`child.left_at is not null`
  if (standing === undefined) return sql<SqlBool>`child.left_at is null`
  return sql<SqlBool>`child.left_at is null and not exists (
    select from guardianship gs join membership m on m.id = gs.membership_id and m.ended_at is null
    where gs.child_id = child.id and gs.until_at is null)`
}

type Guardian = { readonly membershipId: MembershipId; readonly name: string; readonly label: string }
type InGroup = { readonly id: GroupId; readonly name: string }

const GROUPS = sql<InGroup[]>`(
  select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) order by g.place, g.name), '[]')
  from group_child gc join "group" g on g.id = gc.group_id
  where gc.child_id = child.id and gc.until_at is null)`
const GUARDIANS = sql<Guardian[]>`(
  select coalesce(json_agg(json_build_object('membershipId', p.membership_id, 'name', p.name, 'label', gs.label)
    order by gs.from_at), '[]')
  from guardianship gs join membership m on m.id = gs.membership_id and m.ended_at is null
  join person p on p.membership_id = m.id
  where gs.child_id = child.id and gs.until_at is null)`

/** Of an organization's own children, by the index of their names. */
const meant = (
  db: Db,
  organizationId: OrganizationId,
  reader: Reader,
  { search = '', groupId, standing }: Filter,
  now: Date,
) =>
  db
    .selectFrom('child')
    .where('child.organization_id', '=', organizationId)
    .where(isSeen(reader))
    .where(stands(standing))
    .where((eb) => eb.and(likeWords(search).map((word) => eb('child.searched_name', 'like', `%${word}%`))))
    .$if(groupId !== undefined, (query) => query.where(isOfGroup(groupId as GroupId)))
    .select([
      'child.id',
      'child.name',
      'child.left_at as leftAt',
      GROUPS.as('groups'),
      GUARDIANS.as('guardians'),
      sql<boolean>`exists (select from invitation i where i.child_id = child.id and i.revoked_at is null
        and i.uses < i.use_limit and i.expires_at > ${now})`.as('isInvited'),
    ])

export async function countOfOrganization(
  db: Db,
  organizationId: OrganizationId,
  reader: Reader,
  filter: Filter,
  now: Date,
): Promise<number> {
  const { count } = await db
    .selectFrom(meant(db, organizationId, reader, filter, now).as('meant'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** A page by name, and one more to tell whether there is another. */
export function listOfOrganization(
  db: Db,
  organizationId: OrganizationId,
  reader: Reader,
  { sort = 'name', after, limit, now, ...filter }: Filter & { after?: ChildId | undefined; limit: number; now: Date },
) {
  const isDown = sort === '-name'
  return meant(db, organizationId, reader, filter, now)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(child.name, child.id) ${sql.raw(isDown ? '<' : '>')} (
          select last.name, last.id from child last
          where last.id = ${after as ChildId} and last.organization_id = ${organizationId})`,
      ),
    )
    .orderBy('child.name', isDown ? 'desc' : 'asc')
    .orderBy('child.id', isDown ? 'desc' : 'asc')
    .limit(limit)
    .execute()
}

/** A few for whoever types: first those of whom a name begins so. */
export function findNamed(
  db: Db,
  organizationId: OrganizationId,
  reader: Reader,
  { search, limit, now }: { search: string; limit: number; now: Date },
) {
  const [first = ''] = likeWords(search)
  return meant(db, organizationId, reader, { search }, now)
    .orderBy(sql`' ' || child.searched_name like ${`% ${first}%`}`, 'desc')
    .orderBy('child.name')
    .orderBy('child.id')
    .limit(limit)
    .execute()
}
