import type { ChannelId, FileId, NewPoll, Post, PostId } from '@kolosok/contract'
import { attachFiles, attachMore, detachFiles } from '#files/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import type { PostPoll } from '#platform/schema/channels.ts'
import { accessChannel, accessPost, type ClearedPost } from './access.ts'
import { getPost, recordPostAudit, tell } from './change-post.ts'
import { channelPolicy } from './policy.ts'
import { findPost, insertPost, type PostRow, replaceFiles, updateHasComments, updateText } from './post.store.ts'
import { lockChannel } from './store.ts'

type Input = {
  readonly channelId: ChannelId
  readonly postId: PostId
  readonly text: string
  readonly fileIds: readonly FileId[]
  readonly poll: NewPoll | null
  readonly hasComments: boolean | null
  readonly rev: number | null
}

/** A new post, or another text of one that is there. The client chose the id: a retry finds what it wrote. */
export async function writePost(context: Context, actor: Actor, given: Input): Promise<Post> {
  const input = { ...given, fileIds: [...new Set(given.fileIds)] }
  return transact(context.db, async (tx, afterCommit) => {
    await lockChannel(tx, input.channelId)
    const there = await findPost(tx, input.postId)
    const now = context.clock()
    const changed = there
      ? await change(tx, actor, input, now)
      : { post: await begin(tx, actor, input, now), isDone: false }
    if (!changed.isDone) await tell(tx, context, changed.post, afterCommit)
    return getPost({ db: tx }, actor, input.postId)
  })
}

async function begin(
  tx: Tx,
  actor: Actor,
  { channelId, postId: id, text, fileIds, poll, hasComments }: Input,
  now: Date,
) {
  const channel = await accessChannel(tx, actor, channelId, 'propose')
  const attachments = await attachFiles(tx, actor, fileIds)
  const state = channelPolicy.publish(channel) === 'allow' ? 'draft' : 'proposed'
  const { accountId: authorId } = actor
  const isMade = await insertPost(tx, {
    id,
    channelId,
    authorId,
    state,
    text,
    attachments,
    poll: poll && opened(poll),
    hasComments,
    now,
  })
  if (!isMade) throw new AppError('not-found')
  await replaceFiles(tx, id, fileIds)
  const post = { id, channel, authorId }
  if (state === 'proposed') await recordPostAudit(tx, actor, post, 'post.proposed')
  return post
}

async function change(tx: Tx, actor: Actor, input: Input, now: Date): Promise<{ post: ClearedPost; isDone: boolean }> {
  const post = await accessPost(tx, actor, input.postId, 'write')
  if (post.channelId !== input.channelId) throw new AppError('not-found')
  const state = stateAfter(post)
  const isSameText = isSame(post, input) && state === post.state
  const isSameThread = post.hasComments === input.hasComments
  if (isSameText && isSameThread) return { post, isDone: true }
  if (input.rev !== post.rev) throw new AppError('post-changed')
  await updateHasComments(tx, post.id, input.hasComments)
  if (!isSameText) await rewrite(tx, actor, post, { ...input, state, now })
  return { post, isDone: false }
}

type Rewriting = Input & { readonly state: PostRow['state']; readonly now: Date }

async function rewrite(tx: Tx, actor: Actor, post: ClearedPost, { state, now, ...input }: Rewriting): Promise<void> {
  // Whoever has answered has answered this.
  if (post.state === 'published' && !isSamePoll(post.poll, input.poll)) throw new AppError('poll-published')
  const attachments = await attachMore(tx, actor, post.attachments, input.fileIds)
  const poll = post.state === 'published' ? post.poll : input.poll && opened(input.poll)
  await updateText(tx, { id: post.id, state }, { text: input.text, attachments, poll, now })
  await detachFiles(tx, await replaceFiles(tx, post.id, input.fileIds))
  if (state === 'published') await recordPostAudit(tx, actor, post, 'post.edited')
  if (state === 'proposed' && post.state !== 'proposed') await recordPostAudit(tx, actor, post, 'post.proposed')
}

/** What an administrator mends stays where it is; whoever proposes hands it in again. */
function stateAfter({ state, channel }: ClearedPost): PostRow['state'] {
  return channelPolicy.publish(channel) === 'allow' ? state : 'proposed'
}

const isSame = (post: PostRow, { text, fileIds, poll }: Input) =>
  post.text === text &&
  post.attachments.map(({ fileId }) => fileId).join() === fileIds.join() &&
  isSamePoll(post.poll, poll)

const opened = (poll: NewPoll): PostPoll => ({ ...poll, closedAt: null })

const isSamePoll = (one: NewPoll | null, other: NewPoll | null) => askedIn(one) === askedIn(other)
const askedIn = (poll: NewPoll | null) => poll && JSON.stringify([poll.question, poll.isMultiple, poll.options])
