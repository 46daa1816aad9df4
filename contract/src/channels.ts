import { z } from 'zod'
import { audience, givenAudience } from './audience.ts'
import { defineEndpoint } from './endpoint.ts'
import { channelId, fileId, organizationId, postId } from './ids.ts'
import { MAX_ATTACHMENTS, MAX_SEQ, MAX_TEXT } from './messages.ts'
import { countedPoll, newPoll, vote } from './polls.ts'
import { pollAnswer, post, proposal, seenInGroup } from './posts.ts'

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
  /** Whether its posts take comments, unless a post says otherwise. */
  hasComments: z.boolean(),
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
    body: z.strictObject({
      title,
      audience: givenAudience,
      isClosed: z.boolean().default(false),
      hasComments: z.boolean().default(false),
    }),
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
        /** Stays as it is once it is published: it has been answered. */
        poll: newPoll.nullable().default(null),
        hasComments: z.boolean().nullable().default(null),
        rev: rev.nullable().default(null),
      })
      .refine(({ text, fileIds, poll }) => text !== '' || fileIds.length > 0 || poll !== null, {
        path: ['text'],
        params: { code: 'required' },
      }),
    response: post,
    problems: [
      'not-found',
      'forbidden',
      'invalid-request',
      'channel-closed',
      'post-changed',
      'post-published',
      'poll-published',
    ],
  }),
  /** Sets one's choice; doing it again changes nothing. Of those the channel is for. */
  vote: defineEndpoint({
    method: 'PUT',
    path: '/api/posts/:postId/vote',
    access: 'account',
    params: one,
    body: vote,
    response: countedPoll,
    problems: [
      'not-found',
      'forbidden',
      'invalid-request',
      'channel-closed',
      'poll-closed',
      'post-not-published',
      'too-many-requests',
    ],
  }),
  /** No more votes; what was chosen stays. */
  closePoll: defineEndpoint({
    method: 'PUT',
    path: '/api/posts/:postId/poll/closed',
    access: 'account',
    params: one,
    response: post,
    problems: ['not-found', 'forbidden', 'post-not-published'],
  }),
  /** Who chose what, in the order of answering; only for administrators and the management. */
  pollAnswers: defineEndpoint({
    method: 'GET',
    path: '/api/posts/:postId/votes',
    access: 'account',
    params: one,
    query: z.object({ after: z.string().max(100).optional() }),
    response: z.object({ answers: z.array(pollAnswer), next: z.string().nullable() }),
    problems: ['not-found', 'forbidden'],
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
