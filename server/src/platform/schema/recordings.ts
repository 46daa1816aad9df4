import type { AccountId, FileId, OrganizationId, RecordingId, RecordingState, RecordingStop } from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type RecordingsSchema = {
  recording: {
    id: RecordingId
    owner: 'broadcast' | 'call'
    room: string
    /** Null: of a webinar. */
    organization_id: OrganizationId | null
    title: string
    state: Generated<RecordingState>
    started_by: AccountId
    started_at: Date
    shown_at: Optional<Date>
    stopped_at: Optional<Date>
    stopped_for: Optional<RecordingStop>
    progress: Generated<number>
    is_waiting_for_room: Generated<boolean>
    file_id: Optional<FileId>
    seconds: Optional<number>
    deleted_at: Optional<Date>
  }
}
