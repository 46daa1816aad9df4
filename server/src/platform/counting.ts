import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from './db.ts'
import { addJob, defineTask, type Tasks } from './jobs.ts'

const COUNT = 'count-rows'
/** What grows or turns over by thousands at once when a list is brought in or a year rolls over. */
const TABLES = ['group', 'child', 'group_child', 'membership', 'guardianship', 'invitation', 'chat', 'chat_member']

/**
 * After a change of very many rows. The database counts them by itself within minutes; until then it plans as if they
 * were not there, and whoever looks at what they have just brought in waits.
 */
export const queueCounting = (tx: Tx): Promise<void> => addJob(tx, COUNT, {}, { key: COUNT })

export const countingTasks = ({ db }: { readonly db: Db }): Tasks => ({
  [COUNT]: defineTask(z.object({}), async () => {
    for (const table of TABLES) await sql`analyze ${sql.table(table)}`.execute(db)
  }),
})
