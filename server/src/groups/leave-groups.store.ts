import type { GroupId, MembershipId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

// By the clock rather than by the transaction's start: it may have waited for the one before.
const rightNow = sql<Date>`clock_timestamp()`

/** The groups they taught until now. */
export async function endAllTeaching(tx: Tx, membershipId: MembershipId): Promise<GroupId[]> {
  const rows = await tx
    .updateTable('group_teacher')
    .where('membership_id', '=', membershipId)
    .where('until_at', 'is', null)
    .set({ until_at: rightNow })
    .returning('group_id')
    .execute()
  return rows.map((row) => row.group_id)
}

/** Those that are planned, too; nothing is left for the job. */
export async function endSubstitutionsOf(tx: Tx, membershipId: MembershipId): Promise<void> {
  await tx
    .updateTable('substitution')
    .where('membership_id', '=', membershipId)
    .where('followed', '<>', 'over')
    .set({ ended_at: rightNow, followed: 'over' })
    .execute()
}
