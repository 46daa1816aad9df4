import type {
  AccountId,
  CodeHandle,
  CodeWay,
  InvitationId,
  OrganizationId,
  PersonalCodeId,
  PhoneChangeId,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

type PhoneChangeState = 'requested' | 'agreed' | 'done' | 'refused' | 'stopped' | 'failed'

export type SigningInSchema = {
  sign_in_code: {
    id: CodeHandle
    phone: string
    way: CodeWay
    email: Optional<string>
    account_id: Optional<AccountId>
    code_hash: Buffer
    attempts: Generated<number>
    created_at: Date
    expires_at: Date
    used_at: Optional<Date>
  }
  personal_code: {
    id: PersonalCodeId
    code_hash: Buffer
    kind: 'joining' | 'coming-back'
    invitation_id: Optional<InvitationId>
    phone: Optional<string>
    account_id: Optional<AccountId>
    created_by: AccountId
    created_at: Date
    expires_at: Date
    used_at: Optional<Date>
    used_by: Optional<AccountId>
    revoked_at: Optional<Date>
  }
  phone_change: {
    id: PhoneChangeId
    account_id: AccountId
    old_phone: Optional<string>
    new_phone: string
    requested_by: AccountId
    requested_at: Date
    state: ColumnType<PhoneChangeState, PhoneChangeState | undefined, PhoneChangeState>
    takes_effect_at: Optional<Date>
    personal_code_id: Optional<PersonalCodeId>
    ended_at: Optional<Date>
  }
  phone_change_agreement: {
    phone_change_id: PhoneChangeId
    organization_id: OrganizationId
    account_id: AccountId
    at: Date
  }
  rate_limit: { key: string; count: number; resets_at: Date; blocked_until: Optional<Date> }
  operator_link: { token_hash: Buffer; created_at: Date; expires_at: Date; used_at: Optional<Date> }
  awaited_operator: { phone: string; name: string; added_by: AccountId; added_at: Generated<Date> }
}
