import { CHANGEABLE_FOR_MS, type Comment, type CommentId, type PostId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { isOffered } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessPost, type ClearedPost, factsOf } from './access.ts'
import {
  COMMENTS_PAGE,
  type CommentRow,
  findComment,
  insertComment,
  listComments,
  listFollowers,
  takeCommentSeq,
  updateComment,
  updateCommentToDeleted,
  upsertCommentPosition,
} from './comment.store.ts'
import { type CommentAction, commentPolicy, postPolicy } from './policy.ts'

type OfPost = { readonly postId: PostId }
type One = OfPost & { readonly commentId: CommentId }

export async function getComments(
  { db, clock }: Context,
  actor: Actor,
  { postId, before }: OfPost & { before?: number | undefined },
) {
  const post = await accessPost(db, actor, postId, 'seeComments')
  const rows = await listComments(db, postId, before ?? null)
  const page = rows.slice(0, COMMENTS_PAGE).reverse()
  return {
    comments: page.map((row) => present(row, post, actor, clock())),
    previous: rows.length > COMMENTS_PAGE ? (page[0]?.seq ?? null) : null,
    lastSeq: post.commentSeq,
    mayComment: isOffered(postPolicy.comment(factsOf(post.channel, post, actor)), post.channel),
  }
}

/** A new comment, or one's own in other words. The client chose the id: a retry finds what it wrote. */
export async function writeComment(
  context: Context,
  actor: Actor,
  { postId, commentId: id, text }: One & { readonly text: string },
) {
  return transact(context.db, async (tx, afterCommit) => {
    const now = context.clock()
    const there = await findComment(tx, id)
    const post = there
      ? await change(tx, actor, { postId, there, text, now })
      : await say(tx, actor, { postId, id, text, now })
    await tell(tx, context, post, afterCommit)
    const comment = await findComment(tx, id)
    if (!comment) throw new AppError('not-found')
    return present(comment, post, actor, now)
  })
}

type Saying = OfPost & { readonly id: CommentId; readonly text: string; readonly now: Date }

async function say(tx: Tx, actor: Actor, { postId, id, text, now }: Saying): Promise<ClearedPost> {
  await accessPost(tx, actor, postId, 'comment')
  const seq = await takeCommentSeq(tx, postId)
  // Under the lock of its place: the thread may have been closed, or the post deleted, a moment ago.
  const post = await accessPost(tx, actor, postId, 'comment')
  const { accountId: authorId } = actor
  if (!(await insertComment(tx, { id, postId, seq, authorId, text, saidAt: now }))) throw new AppError('not-found')
  await upsertCommentPosition(tx, postId, authorId, seq)
  return post
}

type Changing = OfPost & { readonly there: CommentRow; readonly text: string; readonly now: Date }

async function change(tx: Tx, actor: Actor, { postId, there, text, now }: Changing): Promise<ClearedPost> {
  const post = await accessPost(tx, actor, postId, 'seeComments')
  if (there.text === text && there.authorId === actor.accountId && there.postId === postId) return post
  check(there, post, actor, { action: 'edit', now })
  await updateComment(tx, there.id, text, now)
  return post
}

/** Again: changes nothing. What somebody else said is removed visibly in the journal. */
export async function removeComment(context: Context, actor: Actor, { postId, commentId }: One) {
  await transact(context.db, async (tx, afterCommit) => {
    const post = await accessPost(tx, actor, postId, 'seeComments')
    const comment = await findComment(tx, commentId)
    if (comment?.postId === postId && comment.authorId === actor.accountId && comment.deletedAt) return
    const now = context.clock()
    if (!comment) throw new AppError('not-found')
    check(comment, post, actor, { action: 'remove', now })
    await updateCommentToDeleted(tx, commentId, now)
    if (comment.authorId !== actor.accountId) {
      const { organizationId, id: subjectId } = post.channel
      const about = { subjectKind: 'channel', subjectId, details: { postId, commentId } }
      await recordAudit(tx, actor, { organizationId, action: 'comment.removed', ...about })
    }
    await tell(tx, context, post, afterCommit)
  })
  return {}
}

export async function setCommentsRead(
  context: Context,
  actor: Actor,
  { postId, seq }: OfPost & { readonly seq: number },
) {
  await accessPost(context.db, actor, postId, 'seeComments')
  await upsertCommentPosition(context.db, postId, actor.accountId, seq)
  return {}
}

/** Whoever has opened the thread; nobody else's screen is woken. */
export async function tell(
  tx: Tx,
  { bus }: Pick<Context, 'bus'>,
  { id }: Pick<ClearedPost, 'id'>,
  afterCommit: AfterCommit,
): Promise<void> {
  const followers = await listFollowers(tx, id)
  afterCommit(() => {
    publishStale(bus, followers, 'comments')
  })
}

type Trying = { readonly action: CommentAction; readonly now: Date }

const verdictOn = (comment: CommentRow, post: ClearedPost, actor: Actor, { action, now }: Trying) =>
  commentPolicy[action]({
    ...factsOf(post.channel, post, actor),
    isOwn: comment.authorId === actor.accountId,
    isOld: now.getTime() - comment.saidAt.getTime() > CHANGEABLE_FOR_MS,
  })

function check(comment: CommentRow, post: ClearedPost, actor: Actor, trying: Trying): void {
  if (comment.deletedAt || comment.postId !== post.id) throw new AppError('not-found')
  const verdict = verdictOn(comment, post, actor, trying)
  if (verdict !== 'allow') throw new AppError(verdict)
}

function present(row: CommentRow, post: ClearedPost, actor: Actor, now: Date): Comment {
  const { id, postId, seq, name, label, isConfirmed, text } = row
  return {
    id,
    postId,
    seq,
    author: { name, label, isConfirmed },
    isOwn: row.authorId === actor.accountId,
    text,
    saidAt: row.saidAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    mayEdit: isOffered(verdictOn(row, post, actor, { action: 'edit', now }), post.channel),
    mayRemove: isOffered(verdictOn(row, post, actor, { action: 'remove', now }), post.channel),
  }
}
