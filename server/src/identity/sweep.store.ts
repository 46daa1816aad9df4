import type { Db } from '#platform/db.ts'

const DAY_MS = 24 * 3600 * 1000

/** Codes nobody can use any more, and sessions whose cookie has expired. */
export async function sweepCodesAndSessions(db: Db, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - DAY_MS)
  await db.deleteFrom('sign_in_code').where('expires_at', '<', yesterday).execute()
  await db.deleteFrom('operator_link').where('expires_at', '<', yesterday).execute()
  await db
    .updateTable('session')
    .set({ ended_at: now })
    .where('ended_at', 'is', null)
    .where('used_at', '<', new Date(now.getTime() - 365 * DAY_MS))
    .execute()
}

export async function countOldCodes(db: Db, before: Date): Promise<number> {
  const { count } = await db
    .selectFrom('sign_in_code')
    .where('expires_at', '<', before)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
