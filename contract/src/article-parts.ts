import { z } from 'zod'
import { articleName, articleVoteId } from './ids.ts'

/** For whom an instruction is written. */
export const articleRole = z.enum(['parent', 'teacher', 'admin', 'head', 'operator'])
export type ArticleRole = z.infer<typeof articleRole>

/** What it is about, in the order of the page. */
export const articleTopic = z.enum([
  'coming-in',
  'chats',
  'calls',
  'news',
  'people',
  'invitations',
  'organization',
  'own',
  'platform',
])
export type ArticleTopic = z.infer<typeof articleTopic>

/** Which an operator may put an instruction in, besides Russian: of families one meets in a kindergarten here. */
export const articleLanguage = z.enum([
  'az',
  'ba',
  'be',
  'ce',
  'cv',
  'en',
  'hy',
  'ka',
  'kk',
  'ky',
  'os',
  'sah',
  'tg',
  'tk',
  'tt',
  'tyv',
  'udm',
  'uk',
  'uz',
  'zh',
])
export type ArticleLanguage = z.infer<typeof articleLanguage>

export const MAX_ARTICLE_TITLE = 120
export const MAX_ARTICLE_TEXT = 20_000
/** Of the operator's own. */
export const MAX_OWN_ARTICLES = 200

/** Around the words that were looked for, in an excerpt. */
export const FOUND_BEGINS = '\uE000'
export const FOUND_ENDS = '\uE001'

export const listedArticle = z.object({
  name: articleName,
  title: z.string(),
  topic: articleTopic,
  /** Where the words are that were looked for; empty unless something was. */
  excerpt: z.string(),
  /** Routes of the pages it explains. */
  screens: z.array(z.string()),
})
export type ListedArticle = z.infer<typeof listedArticle>

/** Markdown without HTML. */
export const article = z.object({
  name: articleName,
  title: z.string(),
  text: z.string(),
  topic: articleTopic,
  /** Null: Russian. */
  language: articleLanguage.nullable(),
  /** In which others it is there. */
  languages: z.array(articleLanguage),
})
export type Article = z.infer<typeof article>

/** `own`: the operator's; `shipped`: as it came; `edited`: changed here; `outdated`: changed, and a newer one has come. */
export const articleStanding = z.enum(['own', 'shipped', 'edited', 'outdated'])
export type ArticleStanding = z.infer<typeof articleStanding>

export const managedArticle = z.object({
  name: articleName,
  title: z.string(),
  topic: articleTopic,
  roles: z.array(articleRole),
  isOpen: z.boolean(),
  isHidden: z.boolean(),
  standing: articleStanding,
  /** Of the last year, without names. */
  helped: z.int().nonnegative(),
  notHelped: z.int().nonnegative(),
})
export type ManagedArticle = z.infer<typeof managedArticle>

export const editedArticle = managedArticle.extend({
  text: z.string(),
  rev: z.int(),
  /** What came with the product; null for the operator's own. */
  shipped: z.object({ title: z.string(), text: z.string() }).nullable(),
  translations: z.array(
    z.object({
      language: articleLanguage,
      title: z.string(),
      text: z.string(),
      rev: z.int(),
      /** The article was changed since. */
      isOld: z.boolean(),
    }),
  ),
  /** What readers added to «Помогло?», newest first. */
  words: z.array(z.object({ id: articleVoteId, isHelpful: z.boolean(), word: z.string(), at: z.iso.datetime() })),
})
export type EditedArticle = z.infer<typeof editedArticle>
