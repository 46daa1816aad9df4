import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'

/** Drafts that nobody went on with, and the lines of what was brought in: they hold people's data. */
export async function forgetLines(db: Db, before: { readonly drafts: Date; readonly applied: Date }): Promise<void> {
  await db.deleteFrom('import').where('state', '=', 'draft').where('created_at', '<', before.drafts).execute()
  await db
    .updateTable('import')
    .where('state', '!=', 'draft')
    .where('created_at', '<', before.applied)
    .where('cells', '!=', sql<string[][]>`'[]'::jsonb`)
    .set({ cells: '[]', doubtful: [] })
    .execute()
}

/** Lines of what was brought in, that are there still. */
export async function countLists(db: Db, before: Date): Promise<number> {
  const { count } = await db
    .selectFrom('import')
    .where('state', '!=', 'draft')
    .where('created_at', '<', before)
    .where('cells', '!=', sql<string[][]>`'[]'::jsonb`)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
