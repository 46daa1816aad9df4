import type { ArticleName } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { articlePolicy } from './policy.ts'
import { type ArticleRow, findArticle } from './store.ts'

/** The only door to an article. */
export async function accessArticle(
  db: Db,
  actor: Pick<Actor, 'isOperator'> | null,
  name: ArticleName,
): Promise<ArticleRow> {
  const article = await findArticle(db, name)
  if (!article) throw new AppError('not-found')
  const reader = actor === null ? 'nobody' : actor.isOperator ? 'operator' : 'account'
  const verdict = articlePolicy.read({ reader, ...article })
  if (verdict !== 'allow') throw new AppError(verdict)
  return article
}
