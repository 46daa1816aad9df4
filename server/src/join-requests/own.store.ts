import type { AccountId, JoinRequestId, OrganizationId, OwnJoinRequest } from '@kolosok/contract'
import type { Db } from '#platform/db.ts'

const ownRows = (db: Db) =>
  db
    .selectFrom('join_request')
    .innerJoin('organization', 'organization.id', 'join_request.organization_id')
    .leftJoin('group', 'group.id', 'join_request.group_id')
    .select([
      'join_request.id',
      'organization.name as organizationName',
      'join_request.role',
      'group.name as groupName',
      'join_request.child_name as childName',
      'join_request.state',
      'join_request.reason',
      'join_request.requested_at as requestedAt',
      'join_request.decided_at as decidedAt',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof ownRows>['executeTakeFirstOrThrow']>>
const present = ({ requestedAt, decidedAt, ...row }: Row): OwnJoinRequest => ({
  ...row,
  requestedAt: requestedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
})

export async function getOwnRequest(db: Db, id: JoinRequestId): Promise<OwnJoinRequest> {
  return present(await ownRows(db).where('join_request.id', '=', id).executeTakeFirstOrThrow())
}

const SHOWN = 20

export async function listOwnRequests(db: Db, accountId: AccountId): Promise<OwnJoinRequest[]> {
  const rows = await ownRows(db)
    .where('join_request.account_id', '=', accountId)
    .orderBy('join_request.requested_at', 'desc')
    .limit(SHOWN)
    .execute()
  return rows.map(present)
}

export async function findOwner(db: Db, id: JoinRequestId): Promise<AccountId | undefined> {
  const row = await db.selectFrom('join_request').where('id', '=', id).select('account_id').executeTakeFirst()
  return row?.account_id
}

export function findAsker(
  db: Db,
  { accountId, organizationId }: { accountId: AccountId; organizationId: OrganizationId },
): Promise<{ email: string | null; phone: string | null; organization: string }> {
  return db
    .selectFrom('account')
    .innerJoin('organization', (join) => join.on('organization.id', '=', organizationId))
    .where('account.id', '=', accountId)
    .select(['account.email', 'account.phone', 'organization.name as organization'])
    .executeTakeFirstOrThrow()
}
