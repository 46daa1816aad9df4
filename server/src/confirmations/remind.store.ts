import type { AccountId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'

const waitedSince = sql<Date>`coalesce(confirmation.reminded_at, confirmation.requested_at)`

/** Where somebody still here has waited since before this moment. */
export async function listOrganizationsToRemind(db: Db, before: Date): Promise<OrganizationId[]> {
  const rows = await db
    .selectFrom('confirmation')
    .innerJoin('membership', 'membership.id', 'confirmation.membership_id')
    .innerJoin('organization', 'organization.id', 'confirmation.organization_id')
    .where('confirmation.state', '=', 'requested')
    .where(waitedSince, '<=', before)
    .where('membership.ended_at', 'is', null)
    .where('organization.closed_at', 'is', null)
    .select('confirmation.organization_id')
    .distinct()
    .execute()
  return rows.map((row) => row.organization_id)
}

/** Takes them as reminded of from now on; who they are. What is being decided right now is waited for, and left out. */
export async function takeToRemind(
  tx: Tx,
  organizationId: OrganizationId,
  { before, now }: { before: Date; now: Date },
): Promise<AccountId[]> {
  const rows = await tx
    .updateTable('confirmation')
    .from('membership')
    .whereRef('membership.id', '=', 'confirmation.membership_id')
    .where('confirmation.organization_id', '=', organizationId)
    .where('confirmation.state', '=', 'requested')
    .where(waitedSince, '<=', before)
    .where('membership.ended_at', 'is', null)
    .set({ reminded_at: now })
    .returning('membership.account_id')
    .execute()
  return rows.map((row) => row.account_id)
}

export type Decider = { readonly accountId: AccountId; readonly email: string | null }

export function listToRemind(
  db: Db,
  organizationId: OrganizationId,
): Promise<(Decider & { readonly code: string; readonly organization: string })[]> {
  return db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .where('membership.organization_id', '=', organizationId)
    .where('membership.ended_at', 'is', null)
    .where((eb) => eb.or([eb('membership.is_admin', '=', true), eb('membership.role', '=', 'management')]))
    .select(['account.id as accountId', 'account.email', 'organization.code', 'organization.name as organization'])
    .distinct()
    .execute()
}
