import type { ChannelId, CommentId, OrganizationId, PostId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { accessPost } from './access.ts'
import { findComment, updateCommentToDeleted } from './comment.store.ts'
import { tell } from './comments.ts'

type One = { readonly postId: PostId; readonly commentId: CommentId }

type OpenComment = {
  readonly organizationId: OrganizationId
  readonly channelId: ChannelId
  readonly isOwn: boolean
  readonly text: string
}

/** As whoever may read the thread sees it. */
export async function openComment(tx: Tx, actor: Actor, { postId, commentId }: One): Promise<OpenComment> {
  const { channel } = await accessPost(tx, actor, postId, 'seeComments')
  const comment = await findComment(tx, commentId)
  if (comment?.postId !== postId || comment.deletedAt) throw new AppError('not-found')
  const { id: channelId, organizationId } = channel
  return { organizationId, channelId, isOwn: comment.authorId === actor.accountId, text: comment.text }
}

/** By a decision from outside the channel; where it is deleted already, nothing changes. */
export async function removeReportedComment(
  context: Pick<Context, 'bus' | 'clock'>,
  tx: Tx,
  { postId, commentId }: One,
  afterCommit: AfterCommit,
): Promise<void> {
  const comment = await findComment(tx, commentId)
  if (comment?.postId !== postId || comment.deletedAt) return
  await updateCommentToDeleted(tx, commentId, context.clock())
  await tell(tx, context, { id: postId }, afterCommit)
}
