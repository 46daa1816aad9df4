import type { ChildId, GroupId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'

/** Somebody has ever joined for one of them. */
export async function hasGuardians(db: Db, ids: readonly ChildId[]): Promise<boolean> {
  const row = await db
    .selectFrom('guardianship')
    .where('child_id', '=', sql<ChildId>`any(${ids})`)
    .select('child_id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** They have left, with whatever was kept to reach their parents. */
export async function endAllBelongings(
  tx: Tx,
  ids: readonly ChildId[],
): Promise<{ childId: ChildId; groupId: GroupId }[]> {
  const now = sql<Date>`clock_timestamp()`
  const any = sql<ChildId>`any(${ids})`
  const ended = await tx
    .updateTable('group_child')
    .where('child_id', '=', any)
    .where('until_at', 'is', null)
    .set({ until_at: now })
    .returning(['child_id as childId', 'group_id as groupId'])
    .execute()
  await tx.updateTable('child').where('id', '=', any).where('left_at', 'is', null).set({ left_at: now }).execute()
  await tx.deleteFrom('guardian_contact').where('child_id', '=', any).execute()
  return ended
}
