import type {
  BroadcastId,
  BroadcastMessageId,
  ChannelId,
  ChatId,
  CommentId,
  MessageId,
  MessageReportId,
  OrganizationId,
  PostId,
  ReportedPlaceKind,
  ReportReason,
} from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { lockBroadcast, openMessage } from '#broadcasts/index.ts'
import { lockThread, openComment } from '#channels/index.ts'
import type { ChatContext } from '#chats/index.ts'
import { findVisible, isSaid, underChatLock } from '#messages/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { listDeciders } from './deciders.store.ts'
import { aboutPlace } from './journal.ts'
import { insertReport, type ReportSubject } from './store.ts'

type Given = { readonly reason: ReportReason; readonly remark: string }

/** Of what somebody else said, by whoever can see it; kept as it was said, until it is decided. */
export async function makeReport(
  context: ChatContext,
  actor: Actor,
  { chatId, messageId, ...given }: Given & { readonly chatId: ChatId; readonly messageId: MessageId },
): Promise<Record<string, never>> {
  await underChatLock(context, actor, { chatId, action: 'see' }, async (tx, chat, afterCommit) => {
    const message = await findVisible(tx, chat, messageId)
    const { organizationId } = chat
    const isOwn = message.authorId === actor.accountId
    if (organizationId === null || isOwn || !isSaid(message.kind)) throw new AppError('forbidden')
    if (message.deletedAt) throw new AppError('message-deleted')
    const said = message.text === '' ? (message.poll?.question ?? '') : message.text
    const place = { placeKind: 'group', placeId: chatId } as const
    const reported = { ...given, ...place, organizationId, subject: { message_id: messageId }, said }
    await keep(context, tx, actor, reported, afterCommit)
  })
  return {}
}

export async function makeCommentReport(
  context: ChatContext,
  actor: Actor,
  { postId, commentId, ...given }: Given & { readonly postId: PostId; readonly commentId: CommentId },
): Promise<Record<string, never>> {
  await transact(context.db, async (tx, afterCommit) => {
    // Whoever decides about the comment holds it: a report is made before that, or finds nothing to report.
    await lockThread(tx, postId)
    const { organizationId, channelId, isOwn, text: said } = await openComment(tx, actor, { postId, commentId })
    if (isOwn) throw new AppError('forbidden')
    const place = { placeKind: 'channel', placeId: channelId } as const
    const reported = { ...given, ...place, organizationId, subject: { comment_id: commentId }, said }
    await keep(context, tx, actor, reported, afterCommit)
  })
  return {}
}

/** Of a webinar, too: then there is no organization, and the operator decides. */
export async function makeBroadcastReport(
  context: ChatContext,
  actor: Actor,
  {
    broadcastId,
    broadcastMessageId,
    ...given
  }: Given & {
    readonly broadcastId: BroadcastId
    readonly broadcastMessageId: BroadcastMessageId
  },
): Promise<Record<string, never>> {
  await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, broadcastId)
    const { organizationId, isOwn, text: said } = await openMessage(tx, actor, { broadcastId, broadcastMessageId })
    if (isOwn) throw new AppError('forbidden')
    const place = { placeKind: 'broadcast', placeId: broadcastId } as const
    const subject = { broadcast_message_id: broadcastMessageId }
    await keep(context, tx, actor, { ...given, ...place, organizationId, subject, said }, afterCommit)
  })
  return {}
}

type Reported = Given & {
  readonly organizationId: OrganizationId | null
  readonly placeKind: ReportedPlaceKind
  readonly placeId: ChatId | ChannelId | BroadcastId
  readonly subject: ReportSubject
  readonly said: string
}

async function keep(
  { bus, clock }: ChatContext,
  tx: Tx,
  actor: Actor,
  { organizationId, placeKind, placeId, ...report }: Reported,
  afterCommit: AfterCommit,
): Promise<void> {
  const id = newId<MessageReportId>()
  const made = { ...report, id, organizationId, reporterId: actor.accountId, now: clock() }
  if (!(await insertReport(tx, made))) return
  // Without a name: those it is about may read the journal.
  const about = aboutPlace({ placeKind, placeId })
  await recordAudit(tx, null, { organizationId, action: 'message-report.made', ...about })
  const deciders = await listDeciders(tx, id)
  afterCommit(() => {
    publishStale(bus, [actor.accountId, ...deciders], 'message-reports')
  })
}
