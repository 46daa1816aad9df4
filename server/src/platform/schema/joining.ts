import type {
  AccountId,
  ChatId,
  ChildId,
  ConfirmationId,
  ConfirmationState,
  Duty,
  GroupId,
  InvitationId,
  InvitationKind,
  MembershipId,
  OrganizationId,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type JoiningSchema = {
  invitation: {
    id: InvitationId
    organization_id: OrganizationId
    kind: InvitationKind
    child_id: Optional<ChildId>
    chat_id: Optional<ChatId>
    role: 'teacher' | 'parent'
    position: Generated<string>
    token_hash: Buffer
    use_limit: number
    uses: Generated<number>
    expires_at: Date
    created_at: Generated<Date>
    created_by: MembershipId
    revoked_at: Optional<Date>
    revoked_by: Optional<AccountId>
    tidied_at: Optional<Date>
    last_used_at: Optional<Date>
  }
  invitation_use: {
    invitation_id: InvitationId
    account_id: AccountId
    membership_id: MembershipId
    used_at: Generated<Date>
  }
  confirmation: {
    id: ConfirmationId
    organization_id: OrganizationId
    membership_id: MembershipId
    position: string
    how_to_check: string
    word: Generated<string>
    state: Generated<ConfirmationState>
    reason: Generated<string>
    requested_at: Generated<Date>
    decided_at: Optional<Date>
    decided_by: Optional<AccountId>
    reminded_at: Optional<Date>
  }
  invitee: { invitation_id: InvitationId; name: string; phone: Generated<string>; email: Generated<string> }
  invitation_group: { invitation_id: InvitationId; group_id: GroupId; duty: Duty }
}
