import type { Article, ArticleLanguage, ArticleName, ArticleVoteId, ListedArticle } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { accessArticle } from './access.ts'
import { limitVoting } from './limits.ts'
import { articleRolesOf } from './policy.ts'
import { listArticles, searchArticles } from './search.store.ts'
import { listHeldRoles } from './store.ts'
import { listTranslations } from './translation.store.ts'
import { upsertVote } from './vote.store.ts'

/** More words than that nobody looks for. */
const MAX_WORDS = 8

export async function getArticles(
  { db }: Pick<Context, 'db'>,
  actor: Actor | null,
  { q }: { q: string },
): Promise<{ articles: ListedArticle[] }> {
  const roles = actor ? articleRolesOf(await listHeldRoles(db, actor), actor.isOperator) : []
  const words = wordsIn(q)
  if (words.length > 0) return { articles: await searchArticles(db, roles, words) }
  return { articles: q === '' ? await listArticles(db, roles) : [] }
}

const wordsIn = (q: string): string[] =>
  (
    q
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, MAX_WORDS)

export async function getArticle(
  { db }: Pick<Context, 'db'>,
  actor: Actor | null,
  { name, language }: { name: ArticleName; language?: ArticleLanguage | undefined },
): Promise<Article> {
  const { title, text, topic } = await accessArticle(db, actor, name)
  const translations = await listTranslations(db, name)
  const other = translations.find((one) => one.language === language)
  const said = other ? { title: other.title, text: other.text } : { title, text }
  return {
    ...{ name, topic, ...said },
    language: other?.language ?? null,
    languages: translations.map((one) => one.language),
  }
}

type Vote = {
  readonly name: ArticleName
  readonly voteId: ArticleVoteId
  readonly isHelpful: boolean
  readonly word: string
}

/** Whose it is, is written nowhere: neither here nor in the journal. */
export async function vote(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  actor: Actor | null,
  { name, voteId, isHelpful, word }: Vote,
  address: string,
) {
  await transact(db, async (tx) => {
    await accessArticle(tx, actor, name)
    const now = clock()
    await limitVoting(tx, actor, address, now)
    if (!(await upsertVote(tx, { id: voteId, article: name, isHelpful, word, now }))) throw new AppError('not-found')
  })
  return {}
}
