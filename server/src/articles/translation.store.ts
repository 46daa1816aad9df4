import type { ArticleLanguage, ArticleName } from '@kolosok/contract'
import type { Db, Tx } from '#platform/db.ts'

const translations = (db: Db, name: ArticleName) =>
  db
    .selectFrom('article_translation')
    .where('article', '=', name)
    .select(['language', 'title', 'text', 'rev', 'of_rev as ofRev'])

export type TranslationRow = Awaited<ReturnType<ReturnType<typeof translations>['executeTakeFirstOrThrow']>>

export const listTranslations = (db: Db, name: ArticleName): Promise<TranslationRow[]> =>
  translations(db, name).orderBy('language').execute()

export const findTranslation = (db: Db, name: ArticleName, language: ArticleLanguage) =>
  translations(db, name).where('language', '=', language).executeTakeFirst()

type Written = Pick<TranslationRow, 'language' | 'title' | 'text' | 'ofRev'>

/** Under the article's lock. */
export async function upsertTranslation(
  tx: Tx,
  name: ArticleName,
  { language, ofRev, ...words }: Written,
  now: Date,
): Promise<void> {
  const said = { ...words, of_rev: ofRev, changed_at: now }
  await tx
    .insertInto('article_translation')
    .values({ article: name, language, ...said })
    .onConflict((conflict) =>
      conflict
        .columns(['article', 'language'])
        .doUpdateSet((eb) => ({ ...said, rev: eb('article_translation.rev', '+', 1) })),
    )
    .execute()
}

/** False where there is none. */
export async function deleteTranslation(tx: Tx, name: ArticleName, language: ArticleLanguage): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('article_translation')
    .where('article', '=', name)
    .where('language', '=', language)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
