import type {
  AccountId,
  Attachment,
  AudienceKind,
  ChildId,
  FileId,
  GroupId,
  NoticeAsks,
  NoticeId,
  NoticePer,
  NoticeReminderId,
  NoticeUnitId,
  NoticeUrgency,
  OrganizationId,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>
type Computed<T> = ColumnType<T, never, never>

export type NoticesSchema = {
  notice: {
    id: NoticeId
    organization_id: OrganizationId
    author_id: AccountId
    title: string
    text: string
    attachments: ColumnType<Attachment[], string | undefined, string>
    asks: NoticeAsks
    options: Generated<string[]>
    per: NoticePer
    audience: AudienceKind
    group_ids: Generated<GroupId[]>
    deadline_at: Date
    urgency: Optional<NoticeUrgency>
    is_mailed: Generated<boolean>
    rev: Generated<number>
    version: Generated<number>
    sent_at: Generated<Date>
    corrected_at: Optional<Date>
    withdrawn_at: Optional<Date>
    word: Generated<string>
    reminder_id: Optional<NoticeReminderId>
    reminded_at: Optional<Date>
    reminders: Generated<number>
    nudge_at: Optional<Date>
  }
  notice_file: { file_id: FileId; notice_id: NoticeId }
  /** A view: whom it is for now, once for each account that may answer. */
  notice_unit: {
    notice_id: Computed<NoticeId>
    organization_id: Computed<OrganizationId>
    unit_id: Computed<NoticeUnitId>
    account_id: Computed<AccountId | null>
    child_id: Computed<ChildId | null>
  }
  notice_receiver: {
    notice_id: NoticeId
    account_id: Optional<AccountId>
    child_id: Optional<ChildId>
    unit_id: Computed<NoticeUnitId>
    asked_at: Generated<Date>
    left_at: Optional<Date>
    reminded_at: Optional<Date>
  }
  /** A view: in which of its groups they are now. */
  notice_receiver_group: {
    notice_id: Computed<NoticeId>
    unit_id: Computed<NoticeUnitId>
    group_id: Computed<GroupId>
  }
  notice_answer: {
    notice_id: NoticeId
    version: number
    unit_id: NoticeUnitId
    choice: number
    rev: Generated<number>
    answered_by: AccountId
    is_on_paper: Generated<boolean>
    answered_at: Date
  }
  notice_wording: {
    notice_id: NoticeId
    rev: number
    version: number
    title: string
    text: string
    asks: NoticeAsks
    options: string[]
    files: string[]
    replaced_at: Date
  }
  notice_letter: {
    notice_id: NoticeId
    wave: string
    address: string
    kind: 'sent' | 'reminder'
    state: Generated<'waiting' | 'sending' | 'sent' | 'failed'>
    attempts: Generated<number>
    due_at: Date
  }
}
