import type {
  AccountId,
  GroupId,
  InvitationId,
  JoinRequestId,
  JoinRequestState,
  OrganizationId,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type JoinRequestsSchema = {
  join_request: {
    id: JoinRequestId
    organization_id: OrganizationId
    account_id: AccountId
    role: 'teacher' | 'parent'
    group_id: Optional<GroupId>
    child_name: Generated<string>
    label: Generated<string>
    position: Generated<string>
    word: Generated<string>
    state: Generated<JoinRequestState>
    reason: Generated<string>
    requested_at: Generated<Date>
    decided_at: Optional<Date>
    decided_by: Optional<AccountId>
    invitation_id: Optional<InvitationId>
  }
}
