import type { AccountId, ApplicationId, OrganizationId } from '@kolosok/contract'
import type { Tx } from '#platform/db.ts'

export type Unclaimed = {
  readonly id: ApplicationId
  readonly organizationId: OrganizationId
  readonly administratorName: string
  readonly email: string
  readonly approvedBy: AccountId | null
}

/** Approved applications with this number that wait for their administrator; locked. */
export async function listUnclaimed(tx: Tx, phone: string): Promise<Unclaimed[]> {
  const rows = await tx
    .selectFrom('application')
    .where('phone', '=', phone)
    .where('state', '=', 'approved')
    .where('claimed_at', 'is', null)
    .select((eb) => [
      'id',
      'organization_id',
      'administrator_name as administratorName',
      'email',
      eb
        .selectFrom('application_step')
        .whereRef('application_id', '=', 'application.id')
        .where('kind', '=', 'approved')
        .orderBy('at', 'desc')
        .select('account_id')
        .limit(1)
        .as('approvedBy'),
    ])
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.flatMap(({ organization_id, ...row }) => {
    return organization_id === null ? [] : [{ ...row, organizationId: organization_id }]
  })
}

export async function updateClaimed(
  tx: Tx,
  id: ApplicationId,
  { accountId, now }: { accountId: AccountId; now: Date },
): Promise<void> {
  await tx
    .updateTable('application')
    .set((eb) => ({ claimed_by: accountId, claimed_at: now, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

type Name = { readonly familyName: string; readonly givenName: string; readonly patronymic: string }

/** Somebody who comes for the first time is called as the order calls them; a name given before stays. */
export async function nameIfNameless(tx: Tx, id: AccountId, { familyName, givenName, patronymic }: Name) {
  await tx
    .updateTable('account')
    .set({ family_name: familyName, given_name: givenName, patronymic })
    .where('id', '=', id)
    .where('given_name', '=', '')
    .execute()
}
