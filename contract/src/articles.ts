import { z } from 'zod'
import {
  MAX_ARTICLE_TEXT,
  MAX_ARTICLE_TITLE,
  article,
  articleLanguage,
  articleRole,
  articleTopic,
  editedArticle,
  listedArticle,
  managedArticle,
} from './article-parts.ts'
import { defineEndpoint } from './endpoint.ts'
import { articleName, articleVoteId } from './ids.ts'

const one = z.object({ name: articleName })
const translated = one.extend({ language: articleLanguage })
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
    /** Which one would rather read; Russian where it is not there in that. */
    query: z.object({ language: articleLanguage.optional() }),
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
  /** The first time with `rev` 0. */
  translate: defineEndpoint({
    method: 'PUT',
    path: '/api/operator/articles/:name/translations/:language',
    access: 'operator',
    params: translated,
    body: seen.extend({ title: nonEmpty(MAX_ARTICLE_TITLE), text: nonEmpty(MAX_ARTICLE_TEXT) }),
    response: editedArticle,
    problems: ['not-found', 'invalid-request', 'article-changed'],
  }),
  removeTranslation: defineEndpoint({
    method: 'DELETE',
    path: '/api/operator/articles/:name/translations/:language',
    access: 'operator',
    params: translated,
    response: editedArticle,
    problems: ['not-found'],
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
