import {
  type AccountId,
  EXPIRING_DAYS,
  type GroupId,
  type InvitationId,
  type InvitationKind,
  type InvitationSort,
  type InvitationStanding,
  type OrganizationId,
} from '@kolosok/contract'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { InOrganization } from '#organizations/index.ts'
import { anyOf, type Db } from '#platform/db.ts'
import { likeWords } from '#platform/search-words.ts'
import { orderOf } from './order.store.ts'
import { type InvitationRow, invitationRows, isOwn, stateAt } from './store.ts'

export const PAGE = 50

/** Whose: everybody's, or what one teacher manages. The same rule as the policy's, in SQL. */
export type Scope = InOrganization & {
  readonly organizationId: OrganizationId
  /** Null for whoever manages all of them. */
  readonly teacher: AccountId | null
}

export type Filter = {
  readonly kind?: InvitationKind | undefined
  readonly groupId?: GroupId | undefined
  readonly search?: string | undefined
}

const all = (parts: readonly Expression<SqlBool>[]) => sql<SqlBool>`(${sql.join(parts, sql` and `)})`

/** Of a query over `invitation` with its `child` joined: what a filter means, in a scope. */
function meant({ organizationId, teacher }: Scope, { kind, groupId, search = '' }: Filter): Expression<SqlBool> {
  return all([
    sql<SqlBool>`invitation.organization_id = ${organizationId}`,
    ...(teacher === null ? [] : [isOwn(teacher)]),
    ...(kind === undefined ? [] : [sql<SqlBool>`invitation.kind = ${kind}`]),
    ...(groupId === undefined ? [] : [isOfGroup(groupId)]),
    ...(search === '' ? [] : [names(organizationId, search)]),
  ])
}

const isOfGroup = (groupId: GroupId) => sql<SqlBool>`exists (
  select from group_child
  where group_child.child_id = invitation.child_id and group_child.group_id = ${groupId}
    and group_child.until_at is null)`

/** Somebody or something that is called so, «ё» or «е»: each kind is found once for all rows. */
function names(organizationId: OrganizationId, search: string): Expression<SqlBool> {
  const patterns = likeWords(search).map((word) => `%${word}%`)
  return sql<SqlBool>`(
    coalesce(invitation.child_id in (
      select id from child
      where organization_id = ${organizationId} and searched_name like all (${patterns}::text[])), false)
    or invitation.position <> '' and replace(lower(invitation.position), 'ё', 'е') like all (${patterns}::text[])
    or invitation.id in (
      select invitee.invitation_id from invitation own join invitee on invitee.invitation_id = own.id
      where own.organization_id = ${organizationId} and own.child_id is null
        and replace(lower(invitee.name), 'ё', 'е') like all (${patterns}::text[]))
    or invitation.id in (
      select invitation_use.invitation_id from membership
      join invitation_use on invitation_use.membership_id = membership.id
      where membership.organization_id = ${organizationId} and membership.searched_name like all (${patterns}::text[])))`
}

const isOpen = (now: Date) => sql<SqlBool>`${stateAt(now)} = 'open'`
/** What is tidied away or revoked is not open; said aloud, the index of the unclaimed leaves it out. */
const isUnclaimed = (now: Date) =>
  all([
    sql<SqlBool>`invitation.uses = 0 and invitation.revoked_at is null and invitation.tidied_at is null`,
    isOpen(now),
  ])

function stands(standing: InvitationStanding, now: Date): Expression<SqlBool> {
  if (standing === 'unclaimed') return isUnclaimed(now)
  if (standing !== 'expiring') return sql<SqlBool>`${stateAt(now)} = ${standing}`
  const soon = new Date(now.getTime() + EXPIRING_DAYS * 24 * 60 * 60 * 1000)
  return all([sql<SqlBool>`invitation.expires_at <= ${soon}`, isOpen(now)])
}

export type Listed = Filter & {
  readonly state?: InvitationStanding | undefined
  readonly sort?: InvitationSort | undefined
}

/** As many as wanted of those that are meant, in the order asked for. */
export function listInvitations(
  db: Db,
  scope: Scope,
  now: Date,
  { state, sort = '-created', after, limit, ...filter }: Listed & { after?: InvitationId | undefined; limit: number },
): Promise<InvitationRow[]> {
  const order = orderOf(sort, scope.organizationId)
  return invitationRows(db, now)
    .where('invitation.tidied_at', 'is', null)
    .where(meant(scope, filter))
    .$if(state !== undefined, (query) => query.where(stands(state as InvitationStanding, now)))
    .$if(after !== undefined, (query) => query.where(order.after(after as InvitationId)))
    .clearOrderBy()
    .$call((query) => order.by.reduce((sorted, key) => sorted.orderBy(key, order.direction), query))
    .limit(limit)
    .execute()
}

const meantOnes = (db: Db, scope: Scope, filter: Filter) =>
  db.selectFrom('invitation').leftJoin('child', 'child.id', 'invitation.child_id').where(meant(scope, filter))

export async function countUnclaimed(db: Db, scope: Scope, now: Date, filter: Filter): Promise<number> {
  const { count } = await meantOnes(db, scope, filter)
    .where(isUnclaimed(now))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Open ones that nobody has come in by. */
export async function listUnclaimed(db: Db, scope: Scope, now: Date, filter: Filter): Promise<InvitationId[]> {
  const rows = await meantOnes(db, scope, filter).where(isUnclaimed(now)).select('invitation.id').execute()
  return rows.map((row) => row.id)
}

/** Those of the named ones that are in the scope. */
export async function listManaged(db: Db, scope: Scope, ids: readonly InvitationId[]): Promise<InvitationId[]> {
  const rows = await meantOnes(db, scope, {}).where('invitation.id', '=', anyOf(ids)).select('invitation.id').execute()
  return rows.map((row) => row.id)
}

/** The groups whose families somebody may invite, in their order. */
export function listManagedGroups(
  db: Db,
  { organizationId, teacher }: Scope,
): Promise<{ id: GroupId; name: string }[]> {
  return db
    .selectFrom('group')
    .where('organization_id', '=', organizationId)
    .where('archived_at', 'is', null)
    .where('kind', '<>', 'staff')
    .$if(teacher !== null, (query) =>
      query.where('id', 'in', (eb) =>
        eb
          .selectFrom('teaching')
          .innerJoin('membership', 'membership.id', 'teaching.membership_id')
          .where('membership.account_id', '=', teacher as AccountId)
          .where('membership.ended_at', 'is', null)
          .where('membership.confirmed_at', 'is not', null)
          .select('teaching.group_id'),
      ),
    )
    .select(['id', 'name'])
    .orderBy('place')
    .orderBy('name')
    .execute()
}
