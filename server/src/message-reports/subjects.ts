import type {
  BroadcastId,
  BroadcastMessageId,
  ChatId,
  CommentId,
  MessageId,
  ReportedPlaceKind,
} from '@kolosok/contract'
import { type BroadcastContext, listMessagesAround, lockBroadcast, removeReportedMessage } from '#broadcasts/index.ts'
import { listCommentsAround, lockThread, removeReportedComment } from '#channels/index.ts'
import { type ChatContext, lockChat } from '#chats/index.ts'
import { removeMessage } from '#messages/index.ts'
import { AppError } from '#platform/app-error.ts'
import type { AfterCommit, Db, Tx } from '#platform/db.ts'
import { listAround, type NeighbourRow } from './around.store.ts'
import type { ReportRow } from './store.ts'

/** What is removed in a broadcast is told to its room. */
export type ReportContext = ChatContext & Pick<BroadcastContext, 'media'>

/** What differs by what was reported. */
type Subject = {
  /** Everybody who decides about it, or takes it back, waits for the same row. */
  readonly lock: (tx: Tx, report: ReportRow) => Promise<unknown>
  readonly around: (db: Db, report: ReportRow, neighbours: number) => Promise<NeighbourRow[]>
  readonly remove: (context: ReportContext, tx: Tx, report: ReportRow, afterCommit: AfterCommit) => Promise<void>
}

const message: Subject = {
  lock: (tx, { placeId }) => lockChat(tx, placeId as ChatId),
  around: (db, { placeId, seq }, neighbours) => listAround(db, placeId as ChatId, seq, neighbours),
  remove: (context, tx, { placeId, subjectId }, afterCommit) =>
    removeMessage(context, tx, { chatId: placeId as ChatId, messageId: subjectId as MessageId }, afterCommit),
}

const postOf = ({ postId }: ReportRow) => {
  if (!postId) throw new AppError('not-found')
  return postId
}

const comment: Subject = {
  lock: (tx, report) => lockThread(tx, postOf(report)),
  around: async (db, report, neighbours) => {
    const rows = await listCommentsAround(db, postOf(report), report.seq, neighbours)
    return rows.map((row) => ({ ...row, attachments: [], sentAt: row.saidAt, isDeleted: row.deletedAt !== null }))
  },
  remove: (context, tx, report, afterCommit) =>
    removeReportedComment(
      context,
      tx,
      { postId: postOf(report), commentId: report.subjectId as CommentId },
      afterCommit,
    ),
}

const broadcastMessage: Subject = {
  lock: (tx, { placeId }) => lockBroadcast(tx, placeId as BroadcastId),
  around: async (db, { placeId, seq }, neighbours) => {
    const rows = await listMessagesAround(db, placeId as BroadcastId, seq, neighbours)
    return rows.map((row) => ({ ...row, attachments: [], sentAt: row.saidAt, isDeleted: row.removedAt !== null }))
  },
  remove: (context, tx, { placeId, subjectId }, afterCommit) =>
    removeReportedMessage(
      context,
      tx,
      { broadcastId: placeId as BroadcastId, broadcastMessageId: subjectId as BroadcastMessageId },
      afterCommit,
    ),
}

export const subjects: Record<ReportedPlaceKind, Subject> = {
  direct: message,
  group: message,
  channel: comment,
  broadcast: broadcastMessage,
}
