import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
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
export const article = z.object({ name: articleName, title: z.string(), text: z.string(), topic: articleTopic })
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
  /** What readers added to «Помогло?», newest first. */
  words: z.array(z.object({ id: articleVoteId, isHelpful: z.boolean(), word: z.string(), at: z.iso.datetime() })),
})
export type EditedArticle = z.infer<typeof editedArticle>

const one = z.object({ name: articleName })
const nonEmpty = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => text !== '', { params: { code: 'required' } })
/** The one that was on the screen it was decided on. */
const seen = z.strictObject({ rev: z.int().nonnegative().max(2_147_483_647) })

export const articleEndpoints = {
  /** For one's roles, in the order of the page; for whoever hasn't signed in, what is open to all. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/articles',
    access: 'public',
    query: z.object({ q: z.string().trim().max(100).default('') }),
    response: z.object({ articles: z.array(listedArticle) }),
    problems: [],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/articles/:name',
    access: 'public',
    params: one,
    response: article,
    problems: ['not-found'],
  }),
  /** «Помогло?». The device chose the id: it changes its mind by the same one. */
  vote: defineEndpoint({
    method: 'PUT',
    path: '/api/articles/:name/votes/:voteId',
    access: 'public',
    params: one.extend({ voteId: articleVoteId }),
    body: z.strictObject({ isHelpful: z.boolean(), word: z.string().trim().max(1_000).default('') }),
    response: z.object({}),
    problems: ['not-found', 'too-many-requests'],
  }),
  manage: defineEndpoint({
    method: 'GET',
    path: '/api/operator/articles',
    access: 'operator',
    response: z.object({ articles: z.array(managedArticle) }),
    problems: [],
  }),
  open: defineEndpoint({
    method: 'GET',
    path: '/api/operator/articles/:name',
    access: 'operator',
    params: one,
    response: editedArticle,
    problems: ['not-found'],
  }),
  /** A new one with a UUID for a name and `rev` 0; or another text of one that is there. */
  write: defineEndpoint({
    method: 'PUT',
    path: '/api/operator/articles/:name',
    access: 'operator',
    params: one,
    body: seen.extend({
      title: nonEmpty(MAX_ARTICLE_TITLE),
      text: nonEmpty(MAX_ARTICLE_TEXT),
      topic: articleTopic,
      roles: z
        .array(articleRole)
        .max(articleRole.options.length)
        .refine((roles) => roles.length > 0, { params: { code: 'required' } }),
      isOpen: z.boolean(),
    }),
    response: editedArticle,
    problems: ['not-found', 'invalid-request', 'article-changed', 'too-many-articles'],
  }),
  setHidden: defineEndpoint({
    method: 'PUT',
    path: '/api/operator/articles/:name/hidden',
    access: 'operator',
    params: one,
    body: z.strictObject({ isHidden: z.boolean() }),
    response: editedArticle,
    problems: ['not-found'],
  }),
  /** Back to what came with the product. */
  restore: defineEndpoint({
    method: 'PUT',
    path: '/api/operator/articles/:name/restored',
    access: 'operator',
    params: one,
    body: seen,
    response: editedArticle,
    problems: ['not-found', 'article-changed', 'article-own'],
  }),
  /** A newer one has come with the product; what was written here stays. */
  keep: defineEndpoint({
    method: 'PUT',
    path: '/api/operator/articles/:name/kept',
    access: 'operator',
    params: one,
    body: seen,
    response: editedArticle,
    problems: ['not-found', 'article-changed', 'article-own'],
  }),
  /** Only the operator's own; what came with the product is hidden. */
  remove: defineEndpoint({
    method: 'DELETE',
    path: '/api/operator/articles/:name',
    access: 'operator',
    params: one,
    response: z.object({}),
    problems: ['not-found', 'article-shipped'],
  }),
} as const
