import type { ChannelId, PostId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type ChannelAction, channelPolicy, type PostAction, type PostFacts, postPolicy } from './policy.ts'
import { findPost, type PostRow } from './post.store.ts'
import { type ChannelRow, findChannel } from './store.ts'

type Reader = Pick<Actor, 'accountId'>

/** A channel this actor has been cleared for. Only `accessChannel` makes one. */
export type ClearedChannel = ChannelRow & { readonly clearedFor: ChannelAction }

/** The only door to a channel. */
export async function accessChannel(
  db: Db,
  actor: Reader,
  id: ChannelId,
  action: ChannelAction,
): Promise<ClearedChannel> {
  const channel = await findChannel(db, id, actor.accountId)
  const verdict = channel ? channelPolicy[action](channel) : 'not-found'
  if (!channel || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...channel, clearedFor: action }
}

export type ClearedPost = PostRow & { readonly channel: ChannelRow; readonly clearedFor: PostAction }

export const factsOf = (channel: ChannelRow, post: PostRow, actor: Reader): PostFacts => ({
  ...channel,
  state: post.state,
  isAuthor: post.authorId === actor.accountId,
  hasComments: post.hasComments ?? channel.hasComments,
  poll: post.poll ? (post.poll.closedAt === null ? 'open' : 'closed') : 'none',
})

/** The only door to a post: through its channel. */
export async function accessPost(db: Db, actor: Reader, id: PostId, action: PostAction): Promise<ClearedPost> {
  const post = await findPost(db, id)
  const channel = post && post !== 'deleted' ? await findChannel(db, post.channelId, actor.accountId) : undefined
  if (!post || post === 'deleted' || !channel) throw new AppError('not-found')
  const verdict = postPolicy[action](factsOf(channel, post, actor))
  if (verdict !== 'allow') throw new AppError(verdict)
  return { ...post, channel, clearedFor: action }
}
