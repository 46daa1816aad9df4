import { type Db, transact } from '#platform/db.ts'
import { plainOf } from './plain.ts'
import { deleteGone, upsertShipped } from './ship.store.ts'
import { readShipped } from './shipped.ts'

/**
 * Brings what this version ships into the database: at each start, when nothing may have changed. What the operator has
 * changed stays theirs, and they are told that there is another one.
 */
export async function shipArticles(db: Db): Promise<void> {
  const shipped = [...(await readShipped())].map(([name, article]) => ({
    name,
    ...article,
    plain: plainOf(article.text),
  }))
  await transact(db, async (tx) => {
    await upsertShipped(tx, shipped)
    await deleteGone(
      tx,
      shipped.map(({ name }) => name),
    )
  })
}
