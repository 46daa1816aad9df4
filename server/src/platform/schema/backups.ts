import type { BackupId, BackupReason } from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

export type BackupsSchema = {
  backup: {
    id: BackupId
    state: Generated<'running' | 'done' | 'failed'>
    reason: Generated<BackupReason | ''>
    began_at: Date
    ended_at: ColumnType<Date | null, Date | undefined, Date>
    /** A bigint: a string as the driver reads it. */
    size: ColumnType<string, number | undefined, number>
    file_count: Generated<number>
    missing_count: Generated<number>
  }
}
