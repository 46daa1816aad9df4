import type { AccountId, ConfirmationId, MembershipId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { OrganizationRole } from '#organizations/index.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import type { MemberFacts } from './policy.ts'

export type FoundMember = MemberFacts & {
  readonly organizationId: OrganizationId
  readonly accountId: AccountId
  readonly position: string
  /** Since when the status is confirmed; null for whoever does not hold it. */
  readonly confirmedAt: Date | null
}

/** Undefined for whoever has left. */
export function findMemberFacts(db: Db, id: MembershipId, reader: AccountId): Promise<FoundMember | undefined> {
  return db
    .selectFrom('membership')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .select((eb) => [
      'organization_id as organizationId',
      'account_id as accountId',
      'role',
      'position',
      'confirmed_at as confirmedAt',
      'is_admin as isAdmin',
      eb('account_id', '=', reader).$castTo<boolean>().as('isOwn'),
      sql<OrganizationRole[]>`organization_roles(organization_id, ${reader})`.as('readerRoles'),
    ])
    .executeTakeFirst()
}

/** The request that made them confirmed, if one did; whoever decides about it meanwhile waits. */
export async function lockConfirmed(tx: Tx, membershipId: MembershipId): Promise<ConfirmationId | undefined> {
  const row = await tx
    .selectFrom('confirmation')
    .where('membership_id', '=', membershipId)
    .where('state', '=', 'confirmed')
    .orderBy('decided_at', 'desc')
    .limit(1)
    .forUpdate()
    .select('id')
    .executeTakeFirst()
  return row?.id
}

/** Who took it from somebody who never asked, when and why: kept where the requests are. */
export async function insertWithdrawn(
  tx: Tx,
  membershipId: MembershipId,
  { organizationId, position, confirmedAt }: FoundMember,
  decided: { reason: string; at: Date; by: AccountId },
): Promise<void> {
  await tx
    .insertInto('confirmation')
    .values({
      id: newId<ConfirmationId>(),
      organization_id: organizationId,
      membership_id: membershipId,
      position,
      how_to_check: '',
      state: 'withdrawn',
      reason: decided.reason,
      requested_at: confirmedAt ?? decided.at,
      decided_at: decided.at,
      decided_by: decided.by,
    })
    .execute()
}
