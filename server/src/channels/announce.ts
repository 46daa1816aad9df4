import type { ChannelId, OrganizationId, PostId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields, opens } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { accessChannel } from './access.ts'
import { recordPostAudit, tell } from './change-post.ts'
import { channelPolicy } from './policy.ts'
import { findPost, getOrganizationOf, insertPost, updateText, updateToPublished } from './post.store.ts'
import { lockChannel } from './store.ts'

type Announced = { readonly channelId: ChannelId; readonly organizationId: OrganizationId; readonly text: string }

/** What another module has to say here: published where its author publishes, else proposed, as anything of theirs. */
export async function announce(
  tx: Tx,
  context: Context,
  actor: Actor,
  { channelId, organizationId, text }: Announced,
  afterCommit: AfterCommit,
): Promise<PostId> {
  await lockChannel(tx, channelId)
  const channel = await accessChannel(tx, actor, channelId, 'propose').catch((error: unknown) => {
    const isClosed = error instanceof AppError && error.code === 'channel-closed'
    throw isClosed ? error : invalidFields({ channelId: 'channel-missing' })
  })
  if (channel.organizationId !== organizationId) throw invalidFields({ channelId: 'channel-missing' })
  const [id, authorId, now] = [newId<PostId>(), actor.accountId, context.clock()]
  const mayPublish = channelPolicy.publish(channel) === 'allow'
  await insertPost(tx, {
    id,
    channelId,
    authorId,
    state: mayPublish ? 'draft' : 'proposed',
    text,
    attachments: [],
    poll: null,
    hasComments: null,
    now,
  })
  if (mayPublish) await updateToPublished(tx, { id, channelId }, now)
  await recordPostAudit(tx, actor, { id, channel }, mayPublish ? 'post.published' : 'post.proposed')
  await tell(tx, context, { id, channel, authorId }, afterCommit)
  return id
}

/**
 * The same thing in other words, as it stands now; one that was deleted meanwhile stays so, and what has been published is
 * put in other words by nobody who may not publish.
 */
export async function rewordAnnouncement(
  tx: Tx,
  context: Context,
  { postId, text, actor }: { readonly postId: PostId; readonly text: string; readonly actor: Actor | null },
  afterCommit: AfterCommit,
): Promise<void> {
  const found = await findPost(tx, postId)
  if (!found || found === 'deleted') return
  await lockChannel(tx, found.channelId)
  const post = await findPost(tx, postId)
  if (!post || post === 'deleted' || post.text === text) return
  if (actor && post.state !== 'proposed' && !(await mayPublish(tx, actor, post.channelId))) return
  await updateText(tx, post, { ...post, text, now: context.clock() })
  const channel = { id: post.channelId, organizationId: await getOrganizationOf(tx, post.channelId) }
  await recordPostAudit(tx, null, { id: postId, channel }, 'post.edited')
  await tell(tx, context, { ...post, channel }, afterCommit)
}

const mayPublish = (tx: Tx, actor: Actor, channelId: ChannelId): Promise<boolean> =>
  opens(accessChannel(tx, actor, channelId, 'publish'))
