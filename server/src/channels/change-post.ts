import type { AccountId, AuditAction, Post, PostId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { detachFiles } from '#files/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, type Db, transact, type Tx } from '#platform/db.ts'
import { addJob } from '#platform/jobs.ts'
import { accessPost, type ClearedPost } from './access.ts'
import { deleteThread } from './comment.store.ts'
import type { PostAction } from './policy.ts'
import { countVotes } from './poll.store.ts'
import {
  findPost,
  listPinned,
  MAX_PINS,
  replaceFiles,
  updatePin,
  updateState,
  updateToDeleted,
  updateToPublished,
} from './post.store.ts'
import { presentPost } from './present.ts'
import { listConcerned, listPublishers, lockChannel } from './store.ts'

type Change = {
  readonly action: PostAction
  /** Who decides has looked at this; somebody may have changed it meanwhile. */
  readonly rev?: number
  /** Writes it, and says what was done; nothing where it is so already. */
  readonly write: (tx: Tx, post: ClearedPost, now: Date) => Promise<AuditAction | undefined>
}

/** Every decision about a post: one at a time in its channel, seen, allowed, not yet so. */
export async function changePost(
  context: Context,
  actor: Actor,
  id: PostId,
  { action, rev, write }: Change,
): Promise<void> {
  await transact(context.db, async (tx, afterCommit) => {
    const found = await findPost(tx, id)
    if (!found || found === 'deleted') throw new AppError('not-found')
    await lockChannel(tx, found.channelId)
    const post = await accessPost(tx, actor, id, action)
    const done = await write(tx, post, context.clock())
    if (!done) return
    if (rev !== undefined && rev !== post.rev) throw new AppError('post-changed')
    await recordPostAudit(tx, actor, post, done)
    await tell(tx, context, post, afterCommit)
  })
}

export async function recordPostAudit(
  tx: Tx,
  actor: Actor | null,
  { id, channel }: { id: PostId; channel: Pick<ClearedPost['channel'], 'id' | 'organizationId'> },
  action: AuditAction,
): Promise<void> {
  const about = { subjectKind: 'channel', subjectId: channel.id, details: { postId: id } }
  await recordAudit(tx, actor, { organizationId: channel.organizationId, action, ...about })
}

/** Published ones concern the readers; others those who publish, and the author. */
export async function tell(
  tx: Tx,
  { bus }: Pick<Context, 'bus'>,
  post: { readonly id: PostId; readonly channel: Pick<ClearedPost['channel'], 'id'>; readonly authorId: AccountId },
  afterCommit: AfterCommit,
): Promise<void> {
  const now = await findPost(tx, post.id)
  const isPublic = now === 'deleted' || now?.state === 'published'
  const reached = await (isPublic ? listConcerned : listPublishers)(tx, post.channel.id)
  afterCommit(() => {
    publishStale(bus, [...new Set([...reached, post.authorId])], 'channels')
  })
}

/** As it stands now, for whoever has just changed it. */
export async function getPost({ db }: { readonly db: Db }, actor: Actor, id: PostId): Promise<Post> {
  const post = await findPost(db, id)
  if (!post || post === 'deleted') throw new AppError('not-found')
  return presentPost(post, { counts: await countVotes(db, post.poll ? [id] : [], actor.accountId) })
}

type Publishing = { readonly postId: PostId; readonly rev: number; readonly at: string | null }

/** At once, or by a job at its moment; choosing another moment replaces the job. */
export async function publish(context: Context, actor: Actor, { postId, rev, at }: Publishing): Promise<Post> {
  const moment = at === null ? null : new Date(at)
  await changePost(context, actor, postId, {
    action: 'publish',
    rev,
    async write(tx, post, now) {
      if (post.state === 'published') return undefined
      if (moment === null || moment <= now) {
        await updateToPublished(tx, post, now)
        return 'post.published'
      }
      if (post.scheduledAt?.getTime() === moment.getTime()) return undefined
      await updateState(tx, postId, { state: 'scheduled', at: moment, now })
      await addJob(tx, 'publish-post', { postId }, { runAt: moment, key: `publish-post:${postId}` })
      return 'post.scheduled'
    },
  })
  return getPost(context, actor, postId)
}

type Returning = { readonly postId: PostId; readonly rev: number; readonly word: string }

export async function returnToAuthor(context: Context, actor: Actor, { postId, rev, word }: Returning): Promise<Post> {
  await changePost(context, actor, postId, {
    action: 'returnToAuthor',
    rev,
    async write(tx, post, now) {
      if (post.state === 'returned') return undefined
      await updateState(tx, postId, { state: 'returned', word, now })
      return 'post.returned'
    },
  })
  return getPost(context, actor, postId)
}

export async function pin(context: Context, actor: Actor, { postId, isPinned }: { postId: PostId; isPinned: boolean }) {
  await changePost(context, actor, postId, {
    action: 'pin',
    async write(tx, post, now) {
      if ((post.pinnedAt !== null) === isPinned) return undefined
      if (isPinned && (await listPinned(tx, post.channelId)).length >= MAX_PINS) throw new AppError('too-many-pins')
      await updatePin(tx, postId, isPinned ? now : null)
      return isPinned ? 'post.pinned' : 'post.unpinned'
    },
  })
  return getPost(context, actor, postId)
}

/** Gone, with its files; what was never published leaves no trace in the channel. */
export async function remove(context: Context, actor: Actor, { postId }: { postId: PostId }) {
  await changePost(context, actor, postId, {
    action: 'remove',
    async write(tx) {
      await detachFiles(tx, await replaceFiles(tx, postId, []))
      await deleteThread(tx, postId)
      await updateToDeleted(tx, postId)
      return 'post.deleted'
    },
  })
  return {}
}
