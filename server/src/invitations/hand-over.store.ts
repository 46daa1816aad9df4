import type { InvitationId, MembershipId } from '@kolosok/contract'
import { anyOf, type Db, type Tx } from '#platform/db.ts'
import { stateAt } from './store.ts'

/** The links that somebody made and that still open. */
export async function listOpenOf(db: Db, membershipId: MembershipId, now: Date): Promise<InvitationId[]> {
  const rows = await db
    .selectFrom('invitation')
    .leftJoin('child', 'child.id', 'invitation.child_id')
    .where('invitation.created_by', '=', membershipId)
    .where('invitation.revoked_at', 'is', null)
    .where(stateAt(now), '=', 'open')
    .select('invitation.id')
    .execute()
  return rows.map((row) => row.id)
}

export async function countOpenLinksOf(db: Db, membershipId: MembershipId, now: Date): Promise<number> {
  return (await listOpenOf(db, membershipId, now)).length
}

export async function updateCreator(tx: Tx, ids: readonly InvitationId[], to: MembershipId): Promise<void> {
  await tx.updateTable('invitation').where('id', '=', anyOf(ids)).set({ created_by: to }).execute()
}
