import type { AccountId, Duty, GroupId, GroupKind, MembershipId, OrganizationId } from '@kolosok/contract'
import { type AliasableExpression, sql } from 'kysely'
import { type InOrganization, isClosedIn, type OrganizationRole } from '#organizations/index.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { GroupFacts, GroupTie } from './policy.ts'

export type FoundGroup = GroupFacts &
  InOrganization & {
    readonly id: GroupId
    readonly organizationId: OrganizationId
    readonly name: string
    readonly age: string
    readonly programme: string
    /** The group it lies in, while that one is open. */
    readonly parentId: GroupId | null
  }

/** As what somebody belongs to the groups: found once, from the account, however many groups are asked about. */
const tiesOf = (accountId: AccountId) => sql<GroupTie[]>`array_remove(array[
  case when "group".id in (
    select t.group_id from membership m
    cross join lateral (select group_id from teaching where membership_id = m.id offset 0) t
    where m.account_id = ${accountId} and m.ended_at is null and m.confirmed_at is not null) then 'teacher' end,
  case when "group".id in (
    select gc.group_id from membership m
    join guardianship gs on gs.membership_id = m.id and gs.until_at is null
    join group_child gc on gc.child_id = gs.child_id and gc.until_at is null
    where m.account_id = ${accountId} and m.ended_at is null) then 'guardian' end], null)`

/** What of the policy's facts hangs on who asks; one row per group. */
const factsFor = (db: Db, accountId: AccountId, roles: AliasableExpression<OrganizationRole[]>) =>
  db
    .selectFrom('group')
    .select((eb) => [
      'group.id',
      'group.organization_id as organizationId',
      'group.name',
      'group.age',
      'group.programme',
      'group.kind',
      eb
        .selectFrom('group as above')
        .whereRef('above.id', '=', 'group.parent_id')
        .where('above.archived_at', 'is', null)
        .select('above.id')
        .as('parentId'),
      eb('group.archived_at', 'is not', null).$castTo<boolean>().as('isArchived'),
      sql<boolean>`${sql.raw(isClosedIn('"group".organization_id'))}`.as('isOrganizationClosed'),
      roles.as('roles'),
      tiesOf(accountId).as('ties'),
    ])

/** Undefined when there is no such group. */
export function findGroupFacts(db: Db, groupId: GroupId, accountId: AccountId): Promise<FoundGroup | undefined> {
  const roles = sql<OrganizationRole[]>`organization_roles("group".organization_id, ${accountId})`
  return factsFor(db, accountId, roles).where('group.id', '=', groupId).executeTakeFirst()
}

/** In their order, «Педагоги» first; for the policy to filter: an organization has dozens. */
export function listGroupFacts(
  db: Db,
  organizationId: OrganizationId,
  accountId: AccountId,
  { isArchived }: { isArchived: boolean },
): Promise<FoundGroup[]> {
  // In brackets it is asked once, not for every group.
  const roles = sql<OrganizationRole[]>`(select organization_roles(${organizationId}, ${accountId}))`
  return factsFor(db, accountId, roles)
    .where('group.organization_id', '=', organizationId)
    .where('group.archived_at', isArchived ? 'is not' : 'is', null)
    .orderBy(sql`"group".kind = 'staff' desc`)
    .orderBy('group.place')
    .orderBy('group.id')
    .execute()
}

export type NewGroup = {
  readonly id: GroupId
  readonly name: string
  readonly kind: Exclude<GroupKind, 'staff'>
  readonly age: string
  readonly programme: string
  readonly parentId: GroupId | null
}

/** After all others. */
export async function insertGroups(tx: Tx, organizationId: OrganizationId, groups: readonly NewGroup[]): Promise<void> {
  const { last } = await tx
    .selectFrom('group')
    .where('organization_id', '=', organizationId)
    .select(sql<number>`coalesce(max(place), 0)`.as('last'))
    .executeTakeFirstOrThrow()
  const rows = groups.map(({ parentId, ...group }, index) => ({
    ...group,
    parent_id: parentId,
    organization_id: organizationId,
    place: last + index + 1,
  }))
  await tx.insertInto('group').values(rows).execute()
}

/** Whose these ids are already: a retry finds its own groups here. */
export function listOwners(
  db: Db,
  ids: readonly GroupId[],
): Promise<{ id: GroupId; organizationId: OrganizationId }[]> {
  return db
    .selectFrom('group')
    .where('id', '=', sql<GroupId>`any(${ids})`)
    .select(['id', 'organization_id as organizationId'])
    .execute()
}

/** Those that are open, and where they lie. */
export function listNames(
  db: Db,
  organizationId: OrganizationId,
): Promise<{ id: GroupId; name: string; kind: GroupKind; parentId: GroupId | null }[]> {
  return db
    .selectFrom('group')
    .where('organization_id', '=', organizationId)
    .where('archived_at', 'is', null)
    .select(['id', 'name', 'kind', 'parent_id as parentId'])
    .execute()
}

export async function updateGroup(
  tx: Tx,
  id: GroupId,
  { parentId, ...given }: { [Field in keyof Omit<NewGroup, 'id'>]?: NewGroup[Field] | undefined },
): Promise<void> {
  await tx
    .updateTable('group')
    .where('id', '=', id)
    .set({ ...given, ...(parentId !== undefined && { parent_id: parentId }) })
    .execute()
}

/** Into the archive; or out of it, to where it lay: `parentId` is null when that is no more. */
export async function updateArchived(
  tx: Tx,
  id: GroupId,
  to: 'archived' | { readonly parentId: GroupId | null },
): Promise<void> {
  await tx
    .updateTable('group')
    .where('id', '=', id)
    .set(
      to === 'archived' ? { archived_at: sql<Date>`clock_timestamp()` } : { archived_at: null, parent_id: to.parentId },
    )
    .execute()
}

export async function updateOrder(tx: Tx, organizationId: OrganizationId, ids: readonly GroupId[]): Promise<void> {
  await sql`
    update "group" set place = wanted.place
    from unnest(${ids}::uuid[]) with ordinality as wanted(id, place)
    where "group".id = wanted.id and "group".organization_id = ${organizationId}
  `.execute(tx)
}

/** Holds the structure of the group's organization until the transaction ends. */
export async function lockStructureOf(tx: Tx, groupId: GroupId): Promise<void> {
  await tx
    .selectFrom('organization')
    .where('id', '=', (eb) => eb.selectFrom('group').where('group.id', '=', groupId).select('organization_id'))
    .select('id')
    .forNoKeyUpdate()
    .execute()
}

// Dated by the clock rather than by the transaction's start: it may have waited for the one before.
const rightNow = sql<Date>`clock_timestamp()`

/** Attaches, or changes the duty of whoever is attached. */
export async function upsertTeacher(
  tx: Tx,
  given: { groupId: GroupId; membershipId: MembershipId; duty: Duty },
): Promise<void> {
  await tx
    .insertInto('group_teacher')
    .values({ group_id: given.groupId, membership_id: given.membershipId, duty: given.duty, from_at: rightNow })
    .onConflict((conflict) =>
      conflict.columns(['membership_id', 'group_id']).where('until_at', 'is', null).doUpdateSet({ duty: given.duty }),
    )
    .execute()
}

/** False when not attached. */
export async function endTeacher(tx: Tx, given: { groupId: GroupId; membershipId: MembershipId }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('group_teacher')
    .where('group_id', '=', given.groupId)
    .where('membership_id', '=', given.membershipId)
    .where('until_at', 'is', null)
    .set({ until_at: rightNow })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
