import type {
  AccountId,
  MessageId,
  MessageReportId,
  OrganizationId,
  ReportReason,
  ReportVerdict,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type MessageReportsSchema = {
  message_report: {
    id: MessageReportId
    organization_id: OrganizationId
    message_id: MessageId
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
  /** A view: who decides. */
  message_report_desk: { report_id: MessageReportId; desk: 'group' | 'head' | 'operator' }
}
