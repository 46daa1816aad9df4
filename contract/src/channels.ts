import { z } from 'zod'
import { audience, givenAudience } from './audience.ts'
import { defineEndpoint } from './endpoint.ts'
import { channelId, fileId, groupId, organizationId, postId } from './ids.ts'
import { attachment, MAX_ATTACHMENTS, MAX_SEQ, MAX_TEXT } from './messages.ts'

/** Of the organization to those it is for: they belong to it by themselves, and can only mute it. */
export const channel = z.object({
  id: channelId,
  organizationId,
  title: z.string(),
  audience,
  /** Nobody but administrators sees a closed one; it can be opened again. */
  isClosed: z.boolean(),
  /** False for administration and teachers who look after what is said to others. */
  isReader: z.boolean(),
  isMuted: z.boolean(),
  readSeq: z.int().nonnegative(),
  lastSeq: z.int().nonnegative(),
  /** Published since one belongs here, and not read; 0 for whoever is no reader. */
  unread: z.int().nonnegative(),
  /** The newest post, for the list; null while there is none. */
  last: z.object({ text: z.string(), publishedAt: z.iso.datetime() }).nullable(),
  mayPropose: z.boolean(),
  mayPublish: z.boolean(),
})
export type Channel = z.infer<typeof channel>

/** `proposed` waits for an administrator; `returned` for whoever proposed it. */
export const postState = z.enum(['draft', 'proposed', 'returned', 'scheduled', 'published'])
export type PostState = z.infer<typeof postState>

export const post = z.object({
  id: postId,
  channelId,
  state: postState,
  /** The place among the published ones; null before that. */
  seq: z.int().positive().nullable(),
  /** Raised by every change: who decides says what they have looked at. */
  rev: z.int().positive(),
  text: z.string(),
  attachments: z.array(attachment),
  publishedAt: z.iso.datetime().nullable(),
  /** When it is going to be published by itself. */
  scheduledAt: z.iso.datetime().nullable(),
  editedAt: z.iso.datetime().nullable(),
  isPinned: z.boolean(),
  /** How many readers have come as far, out of how many; only for administrators and the management. */
  seen: z.object({ count: z.int().nonnegative(), readers: z.int().nonnegative() }).nullable(),
})
export type Post = z.infer<typeof post>

/** What is not published yet, for those who work on it. */
export const proposal = post.extend({
  channelTitle: z.string(),
  /** Who wrote it; readers see the organization as the author. */
  author: z.string(),
  isOwn: z.boolean(),
  /** With what word it was returned. */
  word: z.string(),
  changedAt: z.iso.datetime(),
})
export type Proposal = z.infer<typeof proposal>

/** How many of a group have come as far; never who. */
export const seenInGroup = z.object({
  id: groupId,
  name: z.string(),
  count: z.int().nonnegative(),
  readers: z.int().nonnegative(),
})
export type SeenInGroup = z.infer<typeof seenInGroup>

const one = z.object({ postId })
const rev = z.int().positive()
const title = z
  .string()
  .trim()
  .max(80)
  .refine((text) => text !== '', { params: { code: 'required' } })

export const channelEndpoints = {
  /** Those one reads or looks after; who publishes sees the closed ones, too. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/channels',
    access: 'account',
    params: z.object({ organizationId }),
    response: z.object({ channels: z.array(channel), mayManage: z.boolean() }),
    problems: ['not-found'],
  }),
  /** Makes it or changes it; the client chose the id, so a retry changes nothing. */
  save: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/channels/:channelId',
    access: 'account',
    params: z.object({ organizationId, channelId }),
    body: z.strictObject({ title, audience: givenAudience, isClosed: z.boolean().default(false) }),
    response: channel,
    problems: ['not-found', 'forbidden', 'invalid-request'],
  }),
  /** One's own: how far one has read (it only grows), and whether new posts make themselves felt. */
  setOwn: defineEndpoint({
    method: 'PUT',
    path: '/api/channels/:channelId/own',
    access: 'account',
    params: z.object({ channelId }),
    body: z.strictObject({ readSeq: z.int().nonnegative().max(MAX_SEQ).optional(), isMuted: z.boolean().optional() }),
    response: z.object({}),
    problems: ['not-found', 'forbidden'],
  }),
  /** Newest first, by pages; pinned ones stand before the first page as well. */
  posts: defineEndpoint({
    method: 'GET',
    path: '/api/channels/:channelId/posts',
    access: 'account',
    params: z.object({ channelId }),
    query: z.object({
      before: z.coerce.number().int().positive().max(MAX_SEQ).optional(),
      /** Words to look for, in any form. */
      words: z.string().trim().max(100).optional(),
    }),
    response: z.object({ channel, posts: z.array(post), pinned: z.array(post), next: z.int().positive().nullable() }),
    problems: ['not-found'],
  }),
  /** Drafts, proposals and what is scheduled: all of them for administrators, one's own for everybody else. */
  proposals: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/proposals',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ before: postId.optional() }),
    response: z.object({ proposals: z.array(proposal), next: postId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** New: an administrator's draft, anybody else's proposal; a returned one is proposed anew. `rev`: what was changed. */
  write: defineEndpoint({
    method: 'PUT',
    path: '/api/channels/:channelId/posts/:postId',
    access: 'account',
    params: z.object({ channelId, postId }),
    body: z
      .strictObject({
        text: z.string().trim().max(MAX_TEXT).default(''),
        fileIds: z.array(fileId).max(MAX_ATTACHMENTS).default([]),
        rev: rev.nullable().default(null),
      })
      .refine(({ text, fileIds }) => text !== '' || fileIds.length > 0, {
        path: ['text'],
        params: { code: 'required' },
      }),
    response: post,
    problems: ['not-found', 'forbidden', 'invalid-request', 'channel-closed', 'post-changed', 'post-published'],
  }),
  /** By how many it was seen, group by group; only for administrators and the management. */
  seen: defineEndpoint({
    method: 'GET',
    path: '/api/posts/:postId/seen',
    access: 'account',
    params: one,
    response: z.object({ groups: z.array(seenInGroup) }),
    problems: ['not-found', 'forbidden', 'post-not-published'],
  }),
  /** At once, or at a later moment by itself. */
  publish: defineEndpoint({
    method: 'POST',
    path: '/api/posts/:postId/publish',
    access: 'account',
    params: one,
    body: z.strictObject({ rev, at: z.iso.datetime().nullable().default(null) }),
    response: post,
    problems: ['not-found', 'forbidden', 'invalid-request', 'channel-closed', 'post-changed', 'post-published'],
  }),
  /** To whoever proposed it, with a word about what to change. */
  returnToAuthor: defineEndpoint({
    method: 'POST',
    path: '/api/posts/:postId/return',
    access: 'account',
    params: one,
    body: z.strictObject({
      rev,
      word: z
        .string()
        .trim()
        .max(500)
        .refine((text) => text !== '', { params: { code: 'required' } }),
    }),
    response: post,
    problems: ['not-found', 'forbidden', 'post-changed', 'post-published', 'post-not-proposed'],
  }),
  pin: defineEndpoint({
    method: 'PUT',
    path: '/api/posts/:postId/pin',
    access: 'account',
    params: one,
    body: z.strictObject({ isPinned: z.boolean() }),
    response: post,
    problems: ['not-found', 'forbidden', 'post-not-published', 'too-many-pins'],
  }),
  /** Gone for everybody, with its files. Who proposed takes their own back until it is published. */
  remove: defineEndpoint({
    method: 'DELETE',
    path: '/api/posts/:postId',
    access: 'account',
    params: one,
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'post-published'],
  }),
} as const
