import type { AccountId, JoinRequestId, OrganizationId } from '@kolosok/contract'
import type { Tx } from '#platform/db.ts'

/** Whoever waits to be let in, held until the transaction ends. */
export function lockWaiting(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<{ id: JoinRequestId; accountId: AccountId }[]> {
  return tx
    .selectFrom('join_request')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'requested')
    .orderBy('id')
    .forUpdate()
    .select(['id', 'account_id as accountId'])
    .execute()
}
