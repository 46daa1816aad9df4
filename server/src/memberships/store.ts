import type { AccountId, MembershipId, OrganizationId, OwnMembership, Person, Role } from '@kolosok/contract'
import { sql } from 'kysely'
import type { OrganizationRole } from '#organizations/index.ts'
import type { Db, Tx } from '#platform/db.ts'

export type NewMembership = {
  readonly organizationId: OrganizationId
  readonly accountId: AccountId
  readonly role: Role
  readonly position?: string
  readonly isAdmin?: boolean
  /** Whose word confirms it; nobody's yet when missing. */
  readonly confirmedBy?: AccountId | null
  readonly confirmedAt?: Date | null
}

/** Adds to the membership of that role when there is one: nothing it has is taken away. */
export async function insertMembership(
  tx: Tx,
  id: MembershipId,
  given: NewMembership,
): Promise<{ id: MembershipId; isNew: boolean }> {
  return tx
    .insertInto('membership')
    .values({
      id,
      organization_id: given.organizationId,
      account_id: given.accountId,
      role: given.role,
      position: given.position ?? '',
      is_admin: given.isAdmin ?? false,
      confirmed_at: given.confirmedAt ?? null,
      confirmed_by: given.confirmedBy ?? null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'account_id', 'role'])
        .where('ended_at', 'is', null)
        .doUpdateSet({
          position: sql`coalesce(nullif(membership.position, ''), excluded.position)`,
          is_admin: sql`membership.is_admin or excluded.is_admin`,
          confirmed_at: sql`coalesce(membership.confirmed_at, excluded.confirmed_at)`,
          confirmed_by: sql`coalesce(membership.confirmed_by, excluded.confirmed_by)`,
        }),
    )
    .returning(['membership.id', sql<boolean>`membership.id = ${id}`.as('isNew')])
    .executeTakeFirstOrThrow()
}

export type Membership = {
  readonly id: MembershipId
  readonly organizationId: OrganizationId
  readonly accountId: AccountId
  readonly role: Role
  readonly position: string
  readonly isAdmin: boolean
  readonly isHead: boolean
  readonly isConfirmed: boolean
}

const current = (db: Db) =>
  db
    .selectFrom('membership')
    .where('membership.ended_at', 'is', null)
    .select((eb) => [
      'membership.id',
      'membership.organization_id as organizationId',
      'membership.account_id as accountId',
      'membership.role',
      'membership.position',
      'membership.is_admin as isAdmin',
      'membership.is_head as isHead',
      eb('membership.confirmed_at', 'is not', null).$castTo<boolean>().as('isConfirmed'),
    ])

/** Current ones only. */
export function findMembership(db: Db, id: MembershipId): Promise<Membership | undefined> {
  return current(db).where('membership.id', '=', id).executeTakeFirst()
}

/** What an account is in one organization now. */
export function listMemberships(
  db: Db,
  where: { organizationId: OrganizationId; accountId: AccountId },
): Promise<Membership[]> {
  return current(db)
    .where('account_id', '=', where.accountId)
    .where('organization_id', '=', where.organizationId)
    .execute()
}

/** Everywhere; oldest first. */
export async function listOwnMemberships(
  db: Db,
  accountId: AccountId,
): Promise<(Omit<OwnMembership, 'abilities'> & { roles: OrganizationRole[] })[]> {
  const rows = await current(db)
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .innerJoin('person', 'person.membership_id', 'membership.id')
    .leftJoin('closing', (join) =>
      join.onRef('closing.organization_id', '=', 'organization.id').on('closing.reopened_at', 'is', null),
    )
    .where('membership.account_id', '=', accountId)
    .select([
      'person.name as ownName',
      'person.label',
      'organization.code',
      'organization.name',
      'organization.short_name as shortName',
      'organization.kind',
      'organization.time_zone as timeZone',
      'organization.logo_id as logoId',
      'organization.working_hours as workingHours',
      'organization.quiet_hours as quietHours',
      'closing.closed_at as closedAt',
      'closing.erase_at as eraseAt',
      sql<OrganizationRole[]>`organization_roles(organization.id, ${accountId})`.as('roles'),
    ])
    .orderBy('membership.created_at')
    .orderBy('membership.id')
    .execute()
  return rows.map(({ ownName, roles, ...row }) => {
    const { code, shortName, kind, timeZone, logoId, workingHours, quietHours, organizationId } = row
    const closing = row.closedAt &&
      row.eraseAt && { closedAt: row.closedAt.toISOString(), eraseAt: row.eraseAt.toISOString() }
    const card = { code, name: row.name, shortName, kind, timeZone, logoId, workingHours, quietHours, closing }
    const { id, role, position, label, isAdmin, isHead, isConfirmed } = row
    const own = { id, role, position, label, isAdmin, isHead, isConfirmed, name: ownName, roles }
    return { ...own, organization: { id: organizationId, ...card } }
  })
}

/** Former members too: what they wrote keeps their name. */
export async function listPeople(db: Db, membershipIds: readonly MembershipId[]): Promise<Person[]> {
  if (membershipIds.length === 0) return []
  return db
    .selectFrom('person')
    .where('membership_id', '=', sql<MembershipId>`any(${membershipIds})`)
    .select([
      'account_id as accountId',
      'membership_id as membershipId',
      'role',
      'name',
      'label',
      'is_confirmed as isConfirmed',
    ])
    .execute()
}

export async function updateConfirmation(
  tx: Tx,
  id: MembershipId,
  given: { at: Date; by: AccountId } | null,
): Promise<void> {
  await tx
    .updateTable('membership')
    .where('id', '=', id)
    .set({ confirmed_at: given?.at ?? null, confirmed_by: given?.by ?? null })
    .execute()
}

export async function updatePosition(tx: Tx, id: MembershipId, position: string): Promise<void> {
  await tx.updateTable('membership').where('id', '=', id).set({ position }).execute()
}

/** False when it had ended before. */
export async function endMembershipNow(tx: Tx, id: MembershipId): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('membership')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .set({ ended_at: sql<Date>`now()` })
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
