import { type ArticleRole, FOUND_BEGINS, FOUND_ENDS, type ListedArticle } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

/** For whom: their roles; for whoever has none, what is open to all. */
type Readers = readonly ArticleRole[]

const FOR_THEM = 'not is_hidden and (is_open or roles && $1::text[])'
/** What is open explains coming in: whoever is in sees it where it is written for them. */
const forReaders = (roles: Readers) => (roles.length > 0 ? 'not is_hidden and roles && $1::text[]' : FOR_THEM)

export const listArticles = (db: Db, roles: Readers): Promise<ListedArticle[]> =>
  runSql(
    db,
    `select name, title, topic, screens, '' as excerpt from article where ${forReaders(roles)}
     order by position, title, name`,
    [roles],
  )

const HEADLINE = `StartSel=${FOUND_BEGINS},StopSel=${FOUND_ENDS},MaxWords=24,MinWords=12,MaxFragments=1`
const SPOKEN = `translate(lower(title || ' ' || plain), 'ё', 'е')`

/**
 * Each of the words stands in it in some form, or begins one, or is a part of one; little words («как», «на») need not.
 * What is said in the heading comes first.
 */
export function searchArticles(db: Db, roles: Readers, words: readonly string[]): Promise<ListedArticle[]> {
  const any = words.map((word) => `${word}:*`).join(' | ')
  return runSql(
    db,
    `select name, title, topic, screens, ts_headline('russian', plain, to_tsquery('russian', $3), $4) as excerpt
     from article
     where ${forReaders(roles)} and not exists (
       select from unnest($2::text[]) word
       where numnode(to_tsquery('russian', word || ':*')) > 0
         and not (vector @@ to_tsquery('russian', word || ':*') or strpos(${SPOKEN}, word) > 0))
     order by ts_rank(vector, to_tsquery('russian', $3)) desc, position, name`,
    [roles, words, any, HEADLINE],
  )
}
