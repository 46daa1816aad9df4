import type { AccountId, GroupId, MembershipId, OrganizationId, OrganizationKind } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'
import type { OrganizationFacts, OrganizationRole } from './policy.ts'
import { timeZoneOf } from './time-zone-of.ts'

type FoundFacts = OrganizationFacts & { readonly membershipIds: MembershipId[]; readonly isClosed: boolean }

/** Undefined when there is no such organization. */
export async function findOrganizationFacts(
  db: Db,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<FoundFacts | undefined> {
  return db
    .selectFrom('organization')
    .where('organization.id', '=', organizationId)
    .select((eb) => [
      sql<OrganizationRole[]>`organization_roles(organization.id, ${accountId})`.as('roles'),
      sql<boolean>`organization.closed_at is not null`.as('isClosed'),
      sql<MembershipId[]>`array(${eb
        .selectFrom('membership')
        .whereRef('membership.organization_id', '=', 'organization.id')
        .where('account_id', '=', accountId)
        .where('ended_at', 'is', null)
        .select('membership.id')})`.as('membershipIds'),
    ])
    .executeTakeFirst()
}

export type NewOrganization = {
  readonly name: string
  readonly shortName: string
  readonly kind: OrganizationKind
  readonly inn: string
  readonly address: string
  readonly headName: string
  readonly phone: string
  readonly email: string
}

/** False when the code is taken. */
export async function insertOrganization(
  tx: Tx,
  { id, code, ...card }: NewOrganization & { id: OrganizationId; code: string },
): Promise<boolean> {
  const { shortName, headName, ...rest } = card
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('organization')
    .values({ id, code, short_name: shortName, head_name: headName, time_zone: timeZoneOf(card.inn), ...rest })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function insertStaffGroup(
  tx: Tx,
  group: { id: GroupId; organizationId: OrganizationId; name: string },
): Promise<void> {
  await tx
    .insertInto('group')
    .values({ id: group.id, organization_id: group.organizationId, kind: 'staff', name: group.name })
    .execute()
}

export async function getStaffGroupId(db: Db, organizationId: OrganizationId): Promise<GroupId> {
  const { id } = await db
    .selectFrom('group')
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'staff')
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writers of one organization's structure wait for each other; false when there is no such organization. */
export async function lockOrganization(tx: Tx, organizationId: OrganizationId): Promise<boolean> {
  const row = await tx
    .selectFrom('organization')
    .where('id', '=', organizationId)
    .select('id')
    // Rows that refer to it may be written meanwhile.
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function listStaffAccounts(db: Db, organizationId: OrganizationId): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('membership')
    .where('organization_id', '=', organizationId)
    .where('role', 'in', ['management', 'teacher'])
    .where('ended_at', 'is', null)
    .select('account_id')
    .distinct()
    .execute()
  return rows.map((row) => row.account_id)
}

export async function getOrganizationName(db: Db, id: OrganizationId): Promise<string> {
  const { name } = await db.selectFrom('organization').where('id', '=', id).select('name').executeTakeFirstOrThrow()
  return name
}
