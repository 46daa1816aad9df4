import type { AccountId, OrganizationId } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import { stopDeliveries } from './delivery.store.ts'
import { listRunningOf, updateMailingCreator } from './hand-over.store.ts'

type Mailings = {
  readonly organizationId: OrganizationId
  readonly from: AccountId
  /** Who answers for what is still being sent; null: nobody, it stops. */
  readonly to: AccountId | null
}

/** What somebody who leaves is still sending. */
export async function handOverMailings(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  { organizationId, from, to }: Mailings,
): Promise<void> {
  const ids = await listRunningOf(tx, { organizationId, accountId: from })
  if (to !== null) await updateMailingCreator(tx, ids, to)
  else for (const id of ids) await stopDeliveries(tx, id, clock())
}
