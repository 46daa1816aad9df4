import type { AccountId, AdminOrderId, FileId, MembershipId, OrganizationId } from '@kolosok/contract'
import type { ColumnType } from 'kysely'

export type AdministratorsSchema = {
  admin_order: {
    id: AdminOrderId
    organization_id: OrganizationId
    membership_id: MembershipId
    kind: 'appointed' | 'dismissed'
    number: string
    dated: ColumnType<Date, string, never>
    file_id: FileId
    entered_by: AccountId
    at: Date
  }
}
