import { z } from 'zod'
import { accountId, channelId, groupId, postId } from './ids.ts'
import { attachment } from './messages.ts'
import { countedPoll } from './polls.ts'

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
  poll: countedPoll.nullable(),
  /** Whether this one says so itself; null: as the channel has it. */
  hasComments: z.boolean().nullable(),
  /** Null where one does not see them. `unread`: of a thread one has opened before. */
  comments: z.object({ isOpen: z.boolean(), count: z.int().nonnegative(), unread: z.int().nonnegative() }).nullable(),
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

/** Of those who publish and the management, who ask; whoever answers is told so. */
export const pollAnswer = z.object({
  accountId,
  name: z.string(),
  label: z.string(),
  options: z.array(z.int().nonnegative()),
})
export type PollAnswer = z.infer<typeof pollAnswer>
