import type { AccountId, Call, CallId, ChatId, MessageId, ParticipantId, SessionId, WaitingId } from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Computed<T> = ColumnType<T, never, never>
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type CallsSchema = {
  call: {
    id: CallId
    chat_id: ChatId
    message_id: MessageId
    started_by: AccountId
    started_at: Date
    answered_at: Optional<Date>
    ended_at: Optional<Date>
    outcome: Optional<NonNullable<Call['outcome']>>
    idle_since: Optional<Date>
    checked_at: Optional<Date>
  }
  call_person: {
    call_id: CallId
    account_id: AccountId
    session_id: Optional<SessionId>
    declined_at: Optional<Date>
    waits_since: Optional<Date>
    waiting_seen_at: Optional<Date>
    let_in_at: Optional<Date>
    let_in_by: Optional<AccountId>
    turned_away_at: Optional<Date>
    removed_at: Optional<Date>
    removed_by: Optional<AccountId>
    participant_id: Generated<ParticipantId>
  }
  call_visit: {
    call_id: CallId
    participant_sid: string
    account_id: AccountId
    joined_at: Date
    left_at: Optional<Date>
    recorded_at: Generated<Date>
  }
  /** A view: who waits to be let into a call. */
  at_the_door: {
    call_id: Computed<CallId>
    person_id: Computed<WaitingId>
    is_guest: Computed<boolean>
    name: Computed<string>
    label: Computed<string>
    is_confirmed: Computed<boolean>
    since: Computed<Date>
    seen_at: Computed<Date | null>
    is_turned_away: Computed<boolean>
    closes_at: Computed<Date | null>
  }
}
