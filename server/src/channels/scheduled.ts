import { postId } from '@kolosok/contract'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { defineTask, type Tasks } from '#platform/jobs.ts'
import { recordPostAudit, tell } from './change-post.ts'
import { findPost, getOrganizationOf, updateState, updateToPublished } from './post.store.ts'
import { isClosed, lockChannel } from './store.ts'

/** Run twice, or cut off in the middle, it publishes once: the state says whether it still waits. */
export const channelTasks = (context: Context): Tasks => ({
  'publish-post': defineTask(z.object({ postId }), (given) =>
    transact(context.db, async (tx, afterCommit) => {
      const found = await findPost(tx, given.postId)
      if (!found || found === 'deleted') return
      await lockChannel(tx, found.channelId)
      const post = await findPost(tx, given.postId)
      const now = context.clock()
      if (!post || post === 'deleted' || post.state !== 'scheduled' || !post.scheduledAt || post.scheduledAt > now)
        return
      // Nobody would see it: it waits for somebody to decide again.
      if (await isClosed(tx, post.channelId)) {
        await updateState(tx, post.id, { state: 'draft', now })
        return
      }
      await updateToPublished(tx, post, now)
      const channel = { id: post.channelId, organizationId: await getOrganizationOf(tx, post.channelId) }
      await recordPostAudit(tx, null, { id: post.id, channel }, 'post.published')
      await tell(tx, context, { ...post, channel }, afterCommit)
    }),
  ),
})
