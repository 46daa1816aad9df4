import {
  type AccountId,
  type JoiningPurpose,
  consentVersions,
  type GivenConsent,
  type OrganizationId,
} from '@kolosok/contract'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'

/** Purposes this person agrees to here now, in today's wording. */
export async function listPurposes(
  db: Db,
  accountId: AccountId,
  organizationId: OrganizationId,
): Promise<JoiningPurpose[]> {
  const rows = await db
    .selectFrom('consent')
    .where('account_id', '=', accountId)
    .where('organization_id', '=', organizationId)
    .where('withdrawn_at', 'is', null)
    .select(['purpose', 'text_version'])
    .execute()
  return rows
    .filter((row) => row.text_version === consentVersions[row.purpose as JoiningPurpose])
    .map((row) => row.purpose as JoiningPurpose)
}

export async function insertConsents(
  tx: Tx,
  given: { accountId: AccountId; organizationId: OrganizationId; consents: readonly GivenConsent[] },
): Promise<void> {
  await tx
    .insertInto('consent')
    .values(
      given.consents.map(({ purpose, textVersion }) => ({
        id: newId(),
        account_id: given.accountId,
        organization_id: given.organizationId,
        purpose,
        text_version: textVersion,
      })),
    )
    .execute()
}
