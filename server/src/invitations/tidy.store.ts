import type { InvitationId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type Tidied = { readonly id: InvitationId; readonly organizationId: OrganizationId }

// Whom a link was meant for is of no use once it is over; who came in by it is written down elsewhere, for good.
const TIDY = `
  with ended as (
    select id from invitation
    where tidied_at is null and least(expires_at, revoked_at) < $1
    order by least(expires_at, revoked_at) limit $3
    for update skip locked
  ), forgotten as (
    delete from invitee using ended where invitee.invitation_id = ended.id
  )
  update invitation set tidied_at = $2 from ended where invitation.id = ended.id
  returning invitation.id, invitation.organization_id as "organizationId"`

/** Takes those out of the lists that ended before, the oldest first, and no more than so many. */
export function tidyEnded(tx: Tx, given: { before: Date; now: Date; limit: number }): Promise<Tidied[]> {
  return runSql<Tidied>(tx, TIDY, [given.before, given.now, given.limit])
}

const COUNT = `
  select count(*)::int as count from invitee join invitation on invitation.id = invitee.invitation_id
  where tidied_at is null and least(expires_at, revoked_at) < $1`

/** Names and addresses that go with links that ended before. */
export const countInvitees = async (db: Db, before: Date): Promise<number> =>
  (await runSql<{ count: number }>(db, COUNT, [before]))[0]?.count ?? 0
