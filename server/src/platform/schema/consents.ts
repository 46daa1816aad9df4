import type {
  AccountId,
  ChildId,
  ConsentAsks,
  ConsentDecision,
  ConsentDecisionId,
  ConsentPurposeId,
  ConsentTemplate,
  ConsentUnitId,
  FileId,
  OrganizationId,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>
type Computed<T> = ColumnType<T, never, never>

export type ConsentsSchema = {
  consent_purpose: {
    id: ConsentPurposeId
    organization_id: OrganizationId
    template: ConsentTemplate
    asks: ConsentAsks
    version: Generated<number>
    created_at: Date
    closed_at: Optional<Date>
  }
  consent_text: {
    purpose_id: ConsentPurposeId
    version: number
    title: string
    text: string
    written_by: AccountId
    at: Date
  }
  consent_decision: {
    id: ConsentDecisionId
    purpose_id: ConsentPurposeId
    version: number
    account_id: Optional<AccountId>
    child_id: Optional<ChildId>
    unit_id: Computed<ConsentUnitId>
    kind: ConsentDecision['kind']
    decided_by: AccountId
    signed_by: Generated<string>
    signed_on: Optional<string>
    file_id: Optional<FileId>
    at: Date
    replaced_at: Optional<Date>
  }
  /** A view: whom a purpose asks now, once for each account that may decide. */
  consent_unit: {
    purpose_id: Computed<ConsentPurposeId>
    unit_id: Computed<ConsentUnitId>
    account_id: Computed<AccountId | null>
    child_id: Computed<ChildId | null>
  }
}
