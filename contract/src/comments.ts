import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { commentId, postId } from './ids.ts'
import { MAX_SEQ } from './messages.ts'

export const MAX_COMMENT = 2_000

/** Under a post; there are no answers to a comment. */
export const comment = z.object({
  id: commentId,
  postId,
  seq: z.int().positive(),
  author: z.object({ name: z.string(), label: z.string(), isConfirmed: z.boolean() }),
  isOwn: z.boolean(),
  text: z.string(),
  saidAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  mayEdit: z.boolean(),
  mayRemove: z.boolean(),
})
export type Comment = z.infer<typeof comment>

const ofPost = z.object({ postId })
const one = z.object({ postId, commentId })

export const commentEndpoints = {
  /** The newest page, in the order of saying. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/posts/:postId/comments',
    access: 'account',
    params: ofPost,
    query: z.object({ before: z.coerce.number().int().positive().max(MAX_SEQ).optional() }),
    response: z.object({
      comments: z.array(comment),
      previous: z.int().positive().nullable(),
      lastSeq: z.int().nonnegative(),
      mayComment: z.boolean(),
    }),
    problems: ['not-found', 'forbidden', 'post-not-published'],
  }),
  /** New, or one's own in other words; the client chose the id, so a retry changes nothing. */
  write: defineEndpoint({
    method: 'PUT',
    path: '/api/posts/:postId/comments/:commentId',
    access: 'account',
    params: one,
    body: z.strictObject({
      text: z
        .string()
        .trim()
        .max(MAX_COMMENT)
        .refine((text) => text !== '', { params: { code: 'required' } }),
    }),
    response: comment,
    problems: [
      'not-found',
      'forbidden',
      'invalid-request',
      'channel-closed',
      'comments-closed',
      'edit-window-over',
      'post-not-published',
      'too-many-requests',
    ],
  }),
  /** One's own, or anybody's by those who look after the channel. */
  remove: defineEndpoint({
    method: 'DELETE',
    path: '/api/posts/:postId/comments/:commentId',
    access: 'account',
    params: one,
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'post-not-published'],
  }),
  /** How far one has read; it only grows. */
  setRead: defineEndpoint({
    method: 'PUT',
    path: '/api/posts/:postId/comments-read',
    access: 'account',
    params: ofPost,
    body: z.strictObject({ seq: z.int().nonnegative().max(MAX_SEQ) }),
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'invalid-request', 'post-not-published'],
  }),
} as const
