import type { AccountId, AccountMergeId, MergeWay, OrganizationId, SessionId } from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type AccountsSchema = {
  account: {
    id: AccountId
    phone: Optional<string>
    unverified_phone: Optional<string>
    email: Optional<string>
    given_name: Generated<string>
    patronymic: Generated<string>
    family_name: Generated<string>
    own_rev: Generated<number>
    created_at: Generated<Date>
    used_at: Generated<Date>
    merged_into: Optional<AccountId>
  }
  account_merge: {
    id: AccountMergeId
    kept_id: AccountId
    ended_id: AccountId
    way: MergeWay
    at: Date
  }
  operator: { account_id: AccountId; added_by: Optional<AccountId>; added_at: Generated<Date> }
  session: {
    id: SessionId
    token_hash: Buffer
    account_id: AccountId
    device: Generated<string>
    address: Generated<string>
    created_at: Generated<Date>
    used_at: Generated<Date>
    ended_at: Optional<Date>
  }
  audit_entry: {
    id: string
    organization_id: Optional<OrganizationId>
    account_id: Optional<AccountId>
    session_id: Optional<SessionId>
    action: string
    subject_kind: string
    subject_id: Optional<string>
    details: ColumnType<Record<string, unknown>, string | undefined, never>
    at: Generated<Date>
  }
  consent: {
    id: string
    account_id: AccountId
    organization_id: Optional<OrganizationId>
    purpose: string
    text_version: number
    given_at: Generated<Date>
    withdrawn_at: Optional<Date>
  }
}
