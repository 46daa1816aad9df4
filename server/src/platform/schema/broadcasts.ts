import type {
  AccountId,
  AudienceKind,
  BroadcastId,
  BroadcastMessageId,
  BroadcastState,
  GroupId,
  MembershipId,
  OrganizationId,
  PostId,
  QuestionId,
  QuestionState,
  SessionId,
  WebinarId,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type BroadcastsSchema = {
  broadcast: {
    id: BroadcastId
    organization_id: Optional<OrganizationId>
    webinar_id: Optional<WebinarId>
    host_id: AccountId
    title: string
    about: Generated<string>
    audience: AudienceKind
    group_ids: Generated<GroupId[]>
    takes_questions: Generated<boolean>
    has_chat: Generated<boolean>
    chat_rev: Generated<number>
    state: Generated<BroadcastState>
    rev: Generated<number>
    planned_at: Date
    post_id: Optional<PostId>
    reminded_at: Optional<Date>
    started_at: Optional<Date>
    ended_at: Optional<Date>
    idle_since: Optional<Date>
    checked_at: Optional<Date>
    peak: Generated<number>
  }
  /** A view: who a broadcast is for now, once for each membership; once for each seat of a webinar. */
  broadcast_viewer: {
    broadcast_id: ColumnType<BroadcastId, never, never>
    account_id: ColumnType<AccountId, never, never>
    membership_id: ColumnType<MembershipId | null, never, never>
  }
  broadcast_person: {
    broadcast_id: BroadcastId
    account_id: AccountId
    session_id: Optional<SessionId>
    hand_at: Optional<Date>
    stage: Optional<'invited' | 'on'>
    spoke_at: Optional<Date>
    muted_at: Optional<Date>
  }
  broadcast_visit: {
    broadcast_id: BroadcastId
    participant_sid: string
    account_id: AccountId
    joined_at: Date
    left_at: Optional<Date>
    recorded_at: Generated<Date>
  }
  broadcast_message: {
    id: BroadcastMessageId
    broadcast_id: BroadcastId
    seq: number
    account_id: AccountId
    text: string
    said_at: Date
    removed_at: Optional<Date>
  }
  broadcast_question: {
    id: QuestionId
    broadcast_id: BroadcastId
    account_id: AccountId
    text: string
    state: Generated<QuestionState>
    asked_at: Date
    decided_at: Optional<Date>
  }
}
