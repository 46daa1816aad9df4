import type {
  AccountId,
  AudienceKind,
  ChatId,
  Comes,
  GroupId,
  MeetingId,
  MeetingKind,
  MeetingRepeats,
  MeetingSeriesId,
  MembershipId,
  OrganizationId,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>
type Computed<T> = ColumnType<T, never, never>

export type MeetingsSchema = {
  meeting_series: { id: MeetingSeriesId; organization_id: OrganizationId; repeats: MeetingRepeats; until_day: string }
  meeting: {
    id: MeetingId
    organization_id: OrganizationId
    organizer_id: AccountId
    series_id: Optional<MeetingSeriesId>
    title: string
    agenda: Generated<string[]>
    kind: MeetingKind
    place: Generated<string>
    starts_at: Date
    ends_at: Date
    audience: Optional<AudienceKind>
    group_ids: Generated<GroupId[]>
    chat_ids: Generated<ChatId[]>
    chat_id: Optional<ChatId>
    is_mailed: Generated<boolean>
    rev: Generated<number>
    told_rev: Generated<number>
    planned_at: Generated<Date>
    cancelled_at: Optional<Date>
    word: Generated<string>
    day_reminder_at: Optional<Date>
    soon_reminder_at: Optional<Date>
  }
  meeting_person: { meeting_id: MeetingId; account_id: AccountId }
  /** A view: who is invited now. */
  meeting_invitee: {
    meeting_id: Computed<MeetingId>
    organization_id: Computed<OrganizationId>
    account_id: Computed<AccountId>
    membership_id: Computed<MembershipId>
  }
  meeting_answer: {
    meeting_id: MeetingId
    account_id: AccountId
    answer: Comes
    starts_at: Date
    answered_at: Date
  }
  calendar_feed: {
    account_id: AccountId
    token_hash: Buffer
    made_at: Generated<Date>
    read_at: Optional<Date>
  }
}
