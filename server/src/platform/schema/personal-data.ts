import type { AccountId, ChatId, DataExportId, OrganizationId } from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type PersonalDataSchema = {
  data_export: {
    id: DataExportId
    /** Who asked, and fetches it. */
    account_id: AccountId
    /** Of which organization it is all; null: of the account's own data. */
    organization_id: Optional<OrganizationId>
    state: Generated<'waiting' | 'ready' | 'failed' | 'over'>
    progress: Generated<number>
    asked_at: Date
    ended_at: Optional<Date>
    /** A bigint: a string as the driver reads it. */
    size: ColumnType<string, number | undefined, number>
    /** How far the chats have been told that their talk is in it. */
    told_chat_id: Optional<ChatId>
  }
  account_deletion: {
    number: number
    account_id: AccountId
    at: Date
    token_hash: Buffer
    act: Optional<Buffer>
  }
}
