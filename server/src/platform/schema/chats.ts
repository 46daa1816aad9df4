import type {
  AccountId,
  Attachment,
  CallRecord,
  ChatId,
  Emoji,
  FileId,
  GroupId,
  MembershipId,
  Message,
  MessageId,
  NewPoll,
  Original,
  OrganizationId,
  RulePartKind,
  ScheduledRefusal,
  StandardChat,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>
type Json<T> = ColumnType<T, string | undefined, string>

/** A poll as it lies on its message: the question, and who chose what. */
export type StoredPoll = NewPoll & {
  readonly chosenBy: readonly (readonly AccountId[])[]
  readonly voters: number
  readonly closedAt: string | null
}
export type StoredReactions = Partial<Record<Emoji, readonly AccountId[]>>

export type ChatsSchema = {
  chat: {
    id: ChatId
    organization_id: OrganizationId | null
    kind: 'direct' | 'group' | 'saved'
    state: Generated<'open' | 'read-only'>
    bound_to: Optional<'staff' | 'group' | 'rule'>
    bound_group_id: Optional<GroupId>
    standard: Optional<StandardChat>
    owner_id: Optional<AccountId>
    title: Generated<string>
    first_account_id: Optional<AccountId>
    second_account_id: Optional<AccountId>
    who_may_write: Generated<'all' | 'staff' | 'nobody'>
    newcomers_see: Generated<'all' | 'from-joining'>
    may_members_call: Generated<boolean>
    last_seq: Generated<number>
    rev: Generated<number>
    floor_rev: Generated<number>
    audience_version: Generated<number>
    changed_at: Generated<Date>
    created_at: Generated<Date>
    archived_at: Optional<Date>
    archived_group_id: Optional<GroupId>
    is_closed_with_organization: Generated<boolean>
  }
  chat_rule_part: {
    chat_id: ChatId
    place: number
    kind: RulePartKind
    positions: ColumnType<string[], readonly string[] | undefined, never>
    group_ids: ColumnType<GroupId[], readonly GroupId[] | undefined, never>
  }
  rule_member: {
    chat_id: ChatId
    account_id: AccountId
    membership_id: MembershipId
    side: 'staff' | 'parents'
    leads: boolean
  }
  chat_member: {
    chat_id: ChatId
    account_id: AccountId
    membership_id: Optional<MembershipId>
    role: 'member' | 'moderator'
    is_staff: Generated<boolean>
    has_entered: Generated<boolean>
    visible_from_seq: Generated<number>
    joined_rev: Generated<number>
    read_seq: Generated<number>
    is_muted: Generated<boolean>
    joined_at: Generated<Date>
  }
  message: {
    id: MessageId
    chat_id: ChatId
    seq: number
    rev: number
    kind: Generated<Message['kind']>
    author_id: AccountId
    membership_id: Optional<MembershipId>
    subject_ids: ColumnType<AccountId[], readonly AccountId[] | undefined, never>
    text: string
    reply_to_id: Optional<MessageId>
    attachments: Json<Attachment[]>
    poll: ColumnType<StoredPoll | null, string | null | undefined, string | null>
    call: ColumnType<CallRecord | null, string | null | undefined, string | null>
    original: ColumnType<Original | null, string | null | undefined, never>
    is_silent: Generated<boolean>
    sent_at: Generated<Date>
    edited_at: ColumnType<Date | null, never, Date>
    deleted_at: ColumnType<Date | null, never, Date>
    reactions: Json<StoredReactions>
  }
  message_file: { file_id: FileId; message_id: MessageId }
  message_version: { message_id: MessageId; rev: number; text: string; replaced_at: Generated<Date> }
  poll_vote: { message_id: MessageId; account_id: AccountId; options: number[]; voted_at: Generated<Date> }
  scheduled_message: {
    id: MessageId
    chat_id: ChatId
    author_id: AccountId
    text: string
    reply_to_id: Optional<MessageId>
    attachments: Json<Attachment[]>
    is_silent: boolean
    send_at: Date
    refused_with: Optional<ScheduledRefusal>
    made_at: Generated<Date>
  }
  chat_draft: {
    chat_id: ChatId
    account_id: AccountId
    text: string
    reply_to_id: Optional<MessageId>
    written_at: Date
  }
  scheduled_file: { file_id: FileId; message_id: MessageId }
  contact: {
    organization_id: OrganizationId
    from_account_id: AccountId
    from_membership_id: MembershipId
    to_account_id: AccountId
    to_membership_id: MembershipId
  }
}
