import type { ArticleName, ArticleStanding, EditedArticle, ManagedArticle } from '@kolosok/contract'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { type ArticleRow, findArticle, listAll } from './store.ts'
import { listTranslations } from './translation.store.ts'
import { countVotes, listWords } from './vote.store.ts'

type Reading = Pick<Context, 'db'>

function standingOf({ shipped, editedFrom }: Pick<ArticleRow, 'shipped' | 'editedFrom'>): ArticleStanding {
  if (shipped === null) return 'own'
  if (editedFrom === null) return 'shipped'
  return isDeepStrictEqual(shipped, editedFrom) ? 'edited' : 'outdated'
}

/** All of them, hidden ones too: there are some dozens. */
export async function getManaged({ db }: Reading): Promise<{ articles: ManagedArticle[] }> {
  const [rows, votes] = await Promise.all([listAll(db), countVotes(db)])
  const votesOf = new Map(votes.map((counted) => [counted.article, counted]))
  return { articles: rows.map((row) => present(row, votesOf.get(row.name))) }
}

export async function getEdited({ db }: Reading, name: ArticleName): Promise<EditedArticle> {
  const row = await findArticle(db, name)
  if (!row) throw new AppError('not-found')
  const [votes, words, translations] = await Promise.all([
    countVotes(db, name),
    listWords(db, name),
    listTranslations(db, name),
  ])
  const { text, rev, shipped } = row
  return {
    ...present(row, votes[0]),
    text,
    rev,
    shipped: shipped && { title: shipped.title, text: shipped.text },
    translations: translations.map(({ ofRev, ...one }) => ({ ...one, isOld: ofRev !== rev })),
    words: words.map(({ at, ...word }) => ({ ...word, at: at.toISOString() })),
  }
}

function present(row: ArticleRow, votes: { helped: number; notHelped: number } | undefined): ManagedArticle {
  const { name, title, topic, roles, isOpen, isHidden } = row
  const { helped = 0, notHelped = 0 } = votes ?? {}
  return { name, title, topic, roles, isOpen, isHidden, standing: standingOf(row), helped, notHelped }
}
