import type { AccountId, MailingId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { anyOf, type Db, type Tx } from '#platform/db.ts'

/** Mailings of which something is still to be sent. */
export async function listRunningOf(
  db: Db,
  { organizationId, accountId }: { organizationId: OrganizationId; accountId: AccountId },
): Promise<MailingId[]> {
  const rows = await db
    .selectFrom('mailing')
    .where('created_by', '=', accountId)
    .where('organization_id', '=', organizationId)
    .where('stopped_at', 'is', null)
    .where(
      sql<boolean>`exists (select from invitation_delivery d
        where d.mailing_id = mailing.id and d.state in ('waiting', 'sending'))`,
    )
    .select('id')
    .execute()
  return rows.map((row) => row.id)
}

export async function updateMailingCreator(tx: Tx, ids: readonly MailingId[], to: AccountId): Promise<void> {
  await tx.updateTable('mailing').where('id', '=', anyOf(ids)).set({ created_by: to }).execute()
}
