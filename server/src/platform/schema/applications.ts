import type {
  AccountId,
  ApplicationForm,
  ApplicationId,
  ApplicationState,
  ApplicationStep,
  FileId,
  OrganizationId,
  OrganizationKind,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type ApplicationsSchema = {
  application: {
    id: ApplicationId
    state: ApplicationState
    revision: Generated<number>
    organization_name: string
    kind: OrganizationKind
    inn: string
    address: string
    head_name: string
    administrator_name: string
    email: string
    phone: string
    order_file_id: FileId
    organization_id: Optional<OrganizationId>
    claimed_by: Optional<AccountId>
    claimed_at: Optional<Date>
    changed_at: Date
  }
  application_link: { token_hash: Buffer; application_id: ApplicationId }
  application_step: {
    id: string
    application_id: ApplicationId
    kind: ApplicationStep['kind']
    reason: Generated<string>
    account_id: Optional<AccountId>
    at: Date
  }
  uploaded_order: { token_hash: Buffer; file_id: FileId }
  mailed_application: {
    token_hash: Buffer
    form: ColumnType<ApplicationForm, string, never>
    other_files: string[]
    at: Date
  }
}
