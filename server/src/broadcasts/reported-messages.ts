import type { BroadcastId, BroadcastMessageId, OrganizationId } from '@kolosok/contract'
import { attempt } from '#rooms/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { accessBroadcast } from './access.ts'
import { findMessage, takeChatRev, updateRemoved } from './chat.store.ts'
import type { BroadcastContext } from './context.ts'

type One = { readonly broadcastId: BroadcastId; readonly broadcastMessageId: BroadcastMessageId }

type OpenMessage = {
  /** Null: of a webinar. */
  readonly organizationId: OrganizationId | null
  readonly isOwn: boolean
  readonly text: string
}

/** As whoever may look on sees it. */
export async function openMessage(
  tx: Tx,
  actor: Actor,
  { broadcastId, broadcastMessageId }: One,
): Promise<OpenMessage> {
  const { organizationId } = await accessBroadcast(tx, actor, broadcastId, 'see')
  const message = await findMessage(tx, broadcastMessageId)
  if (message?.broadcastId !== broadcastId || message.removedAt) throw new AppError('not-found')
  return { organizationId, isOwn: message.accountId === actor.accountId, text: message.text }
}

/** By a decision from outside the broadcast, under its lock; where it is removed already, nothing changes. */
export async function removeReportedMessage(
  context: Pick<BroadcastContext, 'media' | 'clock' | 'log'>,
  tx: Tx,
  { broadcastId, broadcastMessageId: id }: One,
  afterCommit: AfterCommit,
): Promise<void> {
  const message = await findMessage(tx, id)
  if (message?.broadcastId !== broadcastId || message.removedAt) return
  const rev = await takeChatRev(tx, broadcastId)
  await updateRemoved(tx, id, context.clock())
  afterCommit(() => {
    attempt(context, context.media.sendToRoom(broadcastId, JSON.stringify({ events: [{ rev, removed: id }] })))
  })
}
