import type { ArticleName, ArticleRole, ArticleTopic, Role } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'
import type { ShippedArticle } from '#platform/schema/articles.ts'

const articles = (db: Db) =>
  db
    .selectFrom('article')
    .select([
      'name',
      'title',
      'text',
      'topic',
      'roles',
      'is_open as isOpen',
      'is_hidden as isHidden',
      'rev',
      'shipped',
      'edited_from as editedFrom',
    ])

export type ArticleRow = Awaited<ReturnType<ReturnType<typeof articles>['executeTakeFirstOrThrow']>>

export const findArticle = (db: Db, name: ArticleName): Promise<ArticleRow | undefined> =>
  articles(db).where('name', '=', name).executeTakeFirst()

/** In the order of the page. */
export const listAll = (db: Db): Promise<ArticleRow[]> =>
  articles(db).orderBy('position').orderBy('title').orderBy('name').execute()

/** One change after another. */
export const lockArticle = (tx: Tx, name: ArticleName): Promise<ArticleRow | undefined> =>
  articles(tx).where('name', '=', name).forUpdate().executeTakeFirst()

/** What somebody is, in whichever organization. */
export const listHeldRoles = (
  db: Db,
  { accountId }: Pick<Actor, 'accountId'>,
): Promise<{ role: Role; isAdmin: boolean }[]> =>
  db
    .selectFrom('membership')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .select(['role', 'is_admin as isAdmin'])
    .distinct()
    .execute()

/** One new one after another, so that they can be counted. */
export async function lockOwn(tx: Tx): Promise<void> {
  await lockName(tx, 'articles')
}

export async function countOwn(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('article')
    .where('shipped', 'is', null)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type Written = {
  readonly title: string
  readonly text: string
  readonly plain: string
  readonly topic: ArticleTopic
  readonly roles: readonly ArticleRole[]
  readonly isOpen: boolean
}

/** False where the name is taken. */
export async function insertOwn(tx: Tx, name: ArticleName, { isOpen, roles, ...written }: Written, now: Date) {
  const made = await tx
    .insertInto('article')
    .values({ name, ...written, roles: [...roles], is_open: isOpen, changed_at: now })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Under the article's lock. `editedFrom`: the shipped one it is a change of; null where it is none any more. */
export async function updateArticle(
  tx: Tx,
  name: ArticleName,
  { isOpen, roles, ...written }: Written,
  { editedFrom, now }: { editedFrom: ShippedArticle | null; now: Date },
): Promise<void> {
  await tx
    .updateTable('article')
    .where('name', '=', name)
    .set((eb) => ({
      ...written,
      roles: [...roles],
      is_open: isOpen,
      edited_from: editedFrom === null ? null : JSON.stringify(editedFrom),
      rev: eb('rev', '+', 1),
      changed_at: now,
    }))
    .execute()
}

export async function updateEditedFrom(tx: Tx, name: ArticleName, shipped: ShippedArticle): Promise<void> {
  await tx
    .updateTable('article')
    .where('name', '=', name)
    .set((eb) => ({ edited_from: JSON.stringify(shipped), rev: eb('rev', '+', 1) }))
    .execute()
}

export async function updateHidden(tx: Tx, name: ArticleName, isHidden: boolean): Promise<void> {
  await tx.updateTable('article').where('name', '=', name).set({ is_hidden: isHidden }).execute()
}

export async function deleteArticle(tx: Tx, name: ArticleName): Promise<void> {
  await tx.deleteFrom('article').where('name', '=', name).execute()
}

/** Changed here, and a newer one has come with the product. */
export async function countOutdated(db: Db): Promise<number> {
  const [row] = await runSql<{ count: number }>(
    db,
    'select count(*)::int as count from article where edited_from is distinct from shipped and edited_from is not null',
    [],
  )
  return row?.count ?? 0
}
