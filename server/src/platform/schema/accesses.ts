import type { AccessKind, AccountId, ChildId, OrganizationId } from '@kolosok/contract'
import type { ColumnType } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, never>

export type AccessesSchema = {
  access_entry: {
    id: string
    organization_id: OrganizationId
    day: string
    at: Date
    reader_id: AccountId
    kind: AccessKind
    about_account_id: Optional<AccountId>
    about_child_id: Optional<ChildId>
  }
}
