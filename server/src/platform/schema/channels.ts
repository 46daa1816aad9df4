import type {
  AccountId,
  Attachment,
  AudienceKind,
  ChannelId,
  CommentId,
  FileId,
  GroupId,
  MembershipId,
  NewPoll,
  OrganizationId,
  PostId,
  PostState,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

/** A poll as it lies on its post; the votes are counted when they are asked for. */
export type PostPoll = NewPoll & { readonly closedAt: string | null }

export type ChannelsSchema = {
  channel: {
    id: ChannelId
    organization_id: OrganizationId
    title: string
    audience: AudienceKind
    group_ids: Generated<GroupId[]>
    has_comments: Generated<boolean>
    last_seq: Generated<number>
    created_at: Generated<Date>
    closed_at: Optional<Date>
  }
  /** A view: who a channel is for now, once for each membership. */
  channel_reader: {
    channel_id: ColumnType<ChannelId, never, never>
    account_id: ColumnType<AccountId, never, never>
    membership_id: ColumnType<MembershipId, never, never>
    since: ColumnType<Date, never, never>
  }
  channel_position: {
    channel_id: ChannelId
    account_id: AccountId
    read_seq: Generated<number>
    is_muted: Generated<boolean>
  }
  post: {
    id: PostId
    channel_id: ChannelId
    state: PostState | 'deleted'
    seq: Optional<number>
    rev: Generated<number>
    text: string
    attachments: ColumnType<Attachment[], string, string>
    poll: ColumnType<PostPoll | null, string | null | undefined, string | null>
    has_comments: Optional<boolean>
    comment_seq: Generated<number>
    author_id: AccountId
    word: Generated<string>
    changed_at: Generated<Date>
    scheduled_at: Optional<Date>
    published_at: Optional<Date>
    edited_at: Optional<Date>
    pinned_at: Optional<Date>
  }
  post_vote: { post_id: PostId; account_id: AccountId; options: number[]; voted_at: Generated<Date> }
  post_comment: {
    id: CommentId
    post_id: PostId
    seq: number
    author_id: AccountId
    text: string
    said_at: Date
    edited_at: Optional<Date>
    deleted_at: Optional<Date>
  }
  comment_position: { post_id: PostId; account_id: AccountId; read_seq: number }
  post_file: { file_id: FileId; post_id: PostId }
}
