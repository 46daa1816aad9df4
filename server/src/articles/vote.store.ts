import type { ArticleName, ArticleVoteId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

type Vote = {
  readonly id: ArticleVoteId
  readonly article: ArticleName
  readonly isHelpful: boolean
  readonly word: string
  readonly now: Date
}

/** Another one by the same id is the same device's change of mind. False where the id is another article's. */
export async function upsertVote(tx: Tx, { id, article, isHelpful, word, now }: Vote): Promise<boolean> {
  const said = { is_helpful: isHelpful, word, at: now }
  const made = await tx
    .insertInto('article_vote')
    .values({ id, article, ...said })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said).where('article_vote.article', '=', article))
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

type Counted = { readonly article: ArticleName; readonly helped: number; readonly notHelped: number }

/** Of one article, or of each that has any. */
export const countVotes = (db: Db, article?: ArticleName): Promise<Counted[]> =>
  runSql(
    db,
    `select article, count(*) filter (where is_helpful)::int as helped,
       count(*) filter (where not is_helpful)::int as "notHelped"
     from article_vote where $1::text is null or article = $1 group by article`,
    [article ?? null],
  )

/** More than anybody reads at once. */
const WORDS_SHOWN = 100

export const listWords = (db: Db, article: ArticleName) =>
  db
    .selectFrom('article_vote')
    .where('article', '=', article)
    .where('word', '<>', '')
    .select(['id', 'is_helpful as isHelpful', 'word', 'at'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(WORDS_SHOWN)
    .execute()

export async function countVotesBefore(db: Db, before: Date): Promise<number> {
  const { count } = await db
    .selectFrom('article_vote')
    .where('at', '<', before)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function deleteVotesBefore(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('article_vote').where('at', '<', before).execute()
}
