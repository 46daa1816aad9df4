import type {
  AccountId,
  BroadcastId,
  BroadcastMessageId,
  ChannelId,
  ChatId,
  CommentId,
  GroupId,
  MembershipId,
  MessageId,
  MessageReportId,
  OrganizationId,
  PostId,
  ReportedPlaceKind,
  ReportReason,
  ReportVerdict,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type MessageReportsSchema = {
  message_report: {
    id: MessageReportId
    organization_id: Optional<OrganizationId>
    message_id: Optional<MessageId>
    comment_id: Optional<CommentId>
    broadcast_message_id: Optional<BroadcastMessageId>
    /** Whichever it is. */
    subject_id: ColumnType<MessageId | CommentId | BroadcastMessageId, never, never>
    reporter_id: AccountId
    reason: ReportReason
    remark: Generated<string>
    said: Generated<string>
    reported_at: Date
    opened_by: Generated<AccountId[]>
    verdict: Optional<ReportVerdict>
    word: Generated<string>
    decided_by: Optional<AccountId>
    decided_at: Optional<Date>
    seen_at: Optional<Date>
  }
  /** A view: what it is about, who said it and where. */
  message_report_subject: {
    report_id: MessageReportId
    author_id: AccountId
    seq: number
    membership_id: MembershipId | null
    place: ReportedPlaceKind
    place_id: ChatId | ChannelId | BroadcastId
    post_id: PostId | null
    title: string
    group_id: GroupId | null
  }
  /** A view: who decides. */
  message_report_desk: { report_id: MessageReportId; desk: 'group' | 'head' | 'operator' }
}
