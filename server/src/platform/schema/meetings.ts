import type {
  AccountId,
  Attachment,
  Attended,
  AudienceKind,
  CallId,
  ChatId,
  ChildId,
  FileId,
  MaterialFolderId,
  Comes,
  GroupId,
  GuestId,
  GuestLinkId,
  MeetingGuestId,
  MeetingId,
  MeetingKind,
  MeetingRepeats,
  MeetingSeriesId,
  MeetingUnitId,
  MembershipId,
  OrganizationId,
  ProtocolItem,
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
    has_waiting_room: Generated<boolean>
    rev: Generated<number>
    told_rev: Generated<number>
    planned_at: Generated<Date>
    cancelled_at: Optional<Date>
    word: Generated<string>
    day_reminder_at: Optional<Date>
    soon_reminder_at: Optional<Date>
    attendance_kept_at: Optional<Date>
    programme: Optional<string>
    material_folder_id: Optional<MaterialFolderId>
    led_by: Generated<string>
  }
  meeting_attendance: {
    meeting_id: MeetingId
    account_id: Optional<AccountId>
    child_id: Optional<ChildId>
    unit_id: Computed<MeetingUnitId>
    mark: Optional<Attended>
    marked_by: Optional<AccountId>
    marked_at: Optional<Date>
    came_at: Optional<Date>
    went_at: Optional<Date>
    seconds: Optional<number>
  }
  meeting_guest: { id: MeetingGuestId; meeting_id: MeetingId; name: string; added_by: AccountId; added_at: Date }
  meeting_protocol: {
    meeting_id: MeetingId
    number: string
    chair: string
    secretary: string
    items: ColumnType<ProtocolItem[], string, string>
    rev: Generated<number>
    edited_by: AccountId
    edited_at: Date
    signed_by: Optional<AccountId>
    signed_at: Optional<Date>
    participants: ColumnType<object[] | null, string | null | undefined, string | null>
  }
  lesson_task: {
    meeting_id: MeetingId
    text: string
    due_day: Optional<string>
    rev: Generated<number>
    set_by: AccountId
    set_at: Date
    works_told_at: Optional<Date>
  }
  lesson_work: {
    meeting_id: MeetingId
    child_id: ChildId
    text: string
    attachments: ColumnType<Attachment[], string | undefined, string>
    handed_by: AccountId
    handed_at: Date
    state: Generated<'handed' | 'accepted' | 'returned'>
    word: Generated<string>
    answered_by: Optional<AccountId>
    answered_at: Optional<Date>
    rev: Generated<number>
  }
  lesson_work_file: { file_id: FileId; meeting_id: MeetingId; child_id: ChildId }
  guest_link: {
    id: GuestLinkId
    meeting_id: MeetingId
    token_hash: Buffer
    max_guests: number
    made_by: AccountId
    made_at: Date
    revoked_at: Optional<Date>
    keeps_waiting: Generated<boolean>
  }
  guest: {
    id: GuestId
    link_id: GuestLinkId
    meeting_id: MeetingId
    key_hash: Buffer
    name: string
    came_at: Date
    seen_at: Optional<Date>
    call_id: Optional<CallId>
    let_in_at: Optional<Date>
    let_in_by: Optional<AccountId>
    turned_away_at: Optional<Date>
    removed_at: Optional<Date>
    removed_by: Optional<AccountId>
  }
  guest_visit: {
    guest_id: GuestId
    participant_sid: string
    call_id: CallId
    joined_at: Date
    left_at: Optional<Date>
    recorded_at: Generated<Date>
  }
  /** A view: who is expected now. */
  meeting_unit: {
    meeting_id: Computed<MeetingId>
    unit_id: Computed<MeetingUnitId>
    account_id: Computed<AccountId | null>
    child_id: Computed<ChildId | null>
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
