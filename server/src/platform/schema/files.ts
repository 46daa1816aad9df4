import type { AccountId, FileId } from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type FilesSchema = {
  file: {
    id: FileId
    uploader_id: Optional<AccountId>
    name: string
    /** A bigint: a string as the driver reads it. */
    size: ColumnType<string, number, number>
    media_type: Generated<string>
    kind: Generated<'photo' | 'document' | 'file'>
    width: Optional<number>
    height: Optional<number>
    sha256: Optional<Buffer>
    state: Generated<'uploading' | 'ready'>
    attached_at: Optional<Date>
    created_at: Generated<Date>
  }
}
