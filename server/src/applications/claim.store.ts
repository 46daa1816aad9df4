import type { AccountId, ApplicationId, OrganizationId } from '@kolosok/contract'
import type { Db, Tx } from '#platform/db.ts'

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

export function findProvenOwner(
  db: Db,
  phone: string,
  usedSince: Date,
): Promise<{ accountId: AccountId; email: string | null } | undefined> {
  return db
    .selectFrom('account')
    .where('phone', '=', phone)
    .where('used_at', '>', usedSince)
    .select(['id as accountId', 'email'])
    .executeTakeFirst()
}

/** An organization of this INN that had an administrator, and has nobody who could name another. */
export function findLeaderless(db: Db, inn: string): Promise<{ id: OrganizationId; name: string } | undefined> {
  return db
    .selectFrom('organization')
    .where('inn', '=', inn)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('application')
          .whereRef('application.organization_id', '=', 'organization.id')
          .where('claimed_at', 'is not', null)
          .select('application.id'),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('membership')
            .whereRef('membership.organization_id', '=', 'organization.id')
            .where('role', 'in', ['management', 'teacher'])
            .where('ended_at', 'is', null)
            .where((or) => or.or([or('is_admin', '=', true), or('is_head', '=', true)]))
            .select('membership.id'),
        ),
      ),
    )
    .select(['organization.id', 'organization.name'])
    .orderBy('organization.created_at')
    .limit(1)
    .executeTakeFirst()
}
