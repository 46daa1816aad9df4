import {
  type ArticleName,
  articleVoteId,
  type AuditAction,
  type EditedArticle,
  MAX_OWN_ARTICLES,
} from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { getEdited } from './manage.ts'
import { plainOf } from './plain.ts'
import {
  type ArticleRow,
  countOwn,
  deleteArticle,
  insertOwn,
  lockArticle,
  lockOwn,
  updateArticle,
  updateEditedFrom,
  updateHidden,
  type Written,
} from './store.ts'

type Seen = { readonly name: ArticleName; readonly rev: number }

/** One's own, and a shipped one in other words: of two who write at once, the second is shown what the first has. */
export async function write(
  context: Context,
  actor: Actor,
  { name, rev, ...given }: Seen & Omit<Written, 'plain'>,
): Promise<EditedArticle> {
  const written = { ...given, plain: plainOf(given.text) }
  await transact(context.db, async (tx) => {
    const article = await lockArticle(tx, name)
    if (article && isSame(article, written)) return
    if (article && article.rev !== rev) throw new AppError('article-changed')
    const now = context.clock()
    if (article) {
      await updateArticle(tx, name, written, { editedFrom: article.editedFrom ?? article.shipped, now })
    } else await add(tx, { name, rev }, written, now)
    await record(tx, actor, name, 'article.written')
  })
  return getEdited(context, name)
}

const isSame = (article: ArticleRow, written: Written) =>
  article.title === written.title &&
  article.text === written.text &&
  article.topic === written.topic &&
  article.isOpen === written.isOpen &&
  [...article.roles].sort().join() === [...written.roles].sort().join()

async function add(tx: Tx, { name, rev }: Seen, written: Written, now: Date): Promise<void> {
  // A name that a later version may bring is the product's; and what was deleted meanwhile does not come back.
  if (!isOwnName(name) || rev > 0) throw new AppError('not-found')
  await lockOwn(tx)
  if ((await countOwn(tx)) >= MAX_OWN_ARTICLES) throw new AppError('too-many-articles')
  if (!(await insertOwn(tx, name, written, now))) throw new AppError('article-changed')
}

const isOwnName = (name: string) => articleVoteId.safeParse(name).success

export function setHidden(
  context: Context,
  actor: Actor,
  { name, isHidden }: { name: ArticleName; isHidden: boolean },
) {
  return change(context, actor, name, async (tx, article) => {
    if (article.isHidden === isHidden) return null
    await updateHidden(tx, name, isHidden)
    return isHidden ? 'article.hidden' : 'article.shown'
  })
}

/** Back to what came with the product; what was written here is gone. */
export function restore(context: Context, actor: Actor, { name, rev }: Seen): Promise<EditedArticle> {
  return change(context, actor, name, async (tx, article) => {
    const { shipped } = article
    if (shipped === null) throw new AppError('article-own')
    if (article.editedFrom === null) return null
    if (article.rev !== rev) throw new AppError('article-changed')
    const { title, text, topic, roles, isOpen } = shipped
    const written = { title, text, plain: plainOf(text), topic, roles, isOpen }
    await updateArticle(tx, name, written, { editedFrom: null, now: context.clock() })
    return 'article.restored'
  })
}

/** It has been looked at what the product says now, and one's own stays. */
export function keep(context: Context, actor: Actor, { name, rev }: Seen): Promise<EditedArticle> {
  return change(context, actor, name, async (tx, article) => {
    if (article.shipped === null) throw new AppError('article-own')
    if (article.rev !== rev) throw new AppError('article-changed')
    if (article.editedFrom === null) return null
    await updateEditedFrom(tx, name, article.shipped)
    return 'article.kept'
  })
}

export async function remove(context: Context, actor: Actor, { name }: { name: ArticleName }) {
  await transact(context.db, async (tx) => {
    const article = await lockArticle(tx, name)
    if (!article) throw new AppError('not-found')
    if (article.shipped !== null) throw new AppError('article-shipped')
    await deleteArticle(tx, name)
    await record(tx, actor, name, 'article.deleted')
  })
  return {}
}

/** What is done to one that is there, one after another. */
export async function change(
  context: Context,
  actor: Actor,
  name: ArticleName,
  /** What it was; null where it is so already. */
  write: (tx: Tx, article: ArticleRow) => Promise<AuditAction | null>,
): Promise<EditedArticle> {
  await transact(context.db, async (tx) => {
    const article = await lockArticle(tx, name)
    if (!article) throw new AppError('not-found')
    const action = await write(tx, article)
    if (action) await record(tx, actor, name, action)
  })
  return getEdited(context, name)
}

async function record(tx: Tx, actor: Actor, name: ArticleName, action: AuditAction): Promise<void> {
  const subjectId = isOwnName(name) ? name : null
  await recordAudit(tx, actor, { organizationId: null, action, subjectKind: 'article', subjectId, details: { name } })
}
