import type {
  AccountId,
  ChatId,
  ChildId,
  GroupAfterYear,
  GroupId,
  MembershipId,
  OrganizationId,
  RollOver,
  RollOverId,
  RollOverWay,
} from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>
type Json<T> = ColumnType<T, string | undefined, string>

export type GroupDecisions = Record<string, { toGroupId: GroupId | null; after: GroupAfterYear | null }>
export type ChildDecisions = Record<string, GroupId | null>
export type RollOverOutcome = Pick<RollOver, 'groups' | 'totals' | 'digest'>

/** Every row that a roll-over changed; the belongings bear its moment. */
export type RollOverTraces = {
  readonly moment: string
  readonly steps: readonly { childId: ChildId; fromGroupId: GroupId; toGroupId: GroupId | null }[]
  readonly left: readonly ChildId[]
  readonly memberships: readonly MembershipId[]
  /** Every group that somebody left or came to, or that changed itself; `after` is null where it went to the archive. */
  readonly groups: readonly { id: GroupId; before: GroupAfterYear; after: GroupAfterYear | null }[]
  readonly committee: readonly { groupId: GroupId; membershipId: MembershipId }[]
}

export type RollOversSchema = {
  roll_over: {
    id: RollOverId
    organization_id: OrganizationId
    state: Generated<'draft' | 'applied' | 'undone'>
    way: RollOverWay
    group_decisions: Json<GroupDecisions>
    child_decisions: Json<ChildDecisions>
    created_at: Generated<Date>
    created_by: AccountId
    applied_at: Optional<Date>
    applied_by: Optional<AccountId>
    undone_at: Optional<Date>
    outcome: ColumnType<RollOverOutcome | null, string | null | undefined, string | null>
    traces: ColumnType<RollOverTraces | null, string | null | undefined, string | null>
  }
  roll_over_member: {
    roll_over_id: RollOverId
    chat_id: ChatId
    account_id: AccountId
    visible_from_seq: number
    read_seq: number
    is_muted: boolean
  }
}
