import type {
  AccountId,
  ChildId,
  ClosingId,
  GroupId,
  MembershipId,
  OrganizationId,
  QuietHours,
  Role,
  SubstitutionId,
  WorkingHours,
} from '@kolosok/contract'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type OrganizationsSchema = {
  organization: {
    id: OrganizationId
    code: string
    name: string
    short_name: string
    kind: 'kindergarten' | 'school' | 'additional'
    inn: string
    address: Generated<string>
    head_name: Generated<string>
    phone: Generated<string>
    email: Generated<string>
    site: Generated<string>
    time_zone: Generated<string>
    may_parents_write_each_other: Generated<boolean>
    is_found_by_name: Generated<boolean>
    logo_id: Optional<string>
    working_hours: ColumnType<WorkingHours | null, string | null | undefined, string | null>
    quiet_hours: ColumnType<QuietHours | null, string | null | undefined, string | null>
    may_parents_call: Generated<boolean>
    may_teachers_broadcast: Generated<boolean>
    closed_at: Optional<Date>
    created_at: Generated<Date>
  }
  closing: {
    id: ClosingId
    organization_id: OrganizationId
    name: string
    closed_by: AccountId
    closed_at: Date
    erase_at: Date
    reopened_by: Optional<AccountId>
    reopened_at: Optional<Date>
    told_at: Optional<Date>
    erased_at: Optional<Date>
    act_number: Optional<number>
    act: Optional<Buffer>
  }
  organization_logo: { id: string; png: Buffer }
  membership: {
    id: MembershipId
    organization_id: OrganizationId
    account_id: AccountId
    role: Role
    position: Generated<string>
    is_admin: Generated<boolean>
    is_head: Generated<boolean>
    confirmed_at: Optional<Date>
    confirmed_by: Optional<AccountId>
    created_at: Generated<Date>
    ended_at: Optional<Date>
    /** These three follow the account's name. */
    name: GeneratedAlways<string>
    full_name: GeneratedAlways<string>
    searched_name: GeneratedAlways<string>
  }
  group: {
    id: GroupId
    organization_id: OrganizationId
    kind: 'staff' | 'class' | 'club' | 'committee'
    name: string
    age: Generated<string>
    programme: Generated<string>
    place: Generated<number>
    created_at: Generated<Date>
    archived_at: Optional<Date>
    parent_id: Optional<GroupId>
  }
  group_teacher: {
    group_id: GroupId
    membership_id: MembershipId
    duty: 'lead' | 'specialist'
    from_at: Generated<Date>
    until_at: Optional<Date>
  }
  substitution: {
    id: SubstitutionId
    group_id: GroupId
    membership_id: MembershipId
    first_day: ColumnType<Date, string, never>
    last_day: ColumnType<Date, string, string>
    named_by: AccountId
    named_at: Generated<Date>
    ended_at: Optional<Date>
    followed: Generated<'planned' | 'current' | 'over'>
  }
  teaching: { group_id: GroupId; membership_id: MembershipId; duty: 'lead' | 'specialist' | 'substitute' }
  child: {
    id: ChildId
    organization_id: OrganizationId
    name: string
    searched_name: GeneratedAlways<string>
    created_at: Generated<Date>
    left_at: Optional<Date>
  }
  group_child: {
    group_id: GroupId
    child_id: ChildId
    /** The child's, taken by the database. */
    organization_id: Generated<OrganizationId>
    from_at: Generated<Date>
    until_at: Optional<Date>
  }
  guardianship: {
    child_id: ChildId
    membership_id: MembershipId
    /** The child's, taken by the database. */
    organization_id: Generated<OrganizationId>
    label: Generated<string>
    is_limited: Generated<boolean>
    from_at: Generated<Date>
    until_at: Optional<Date>
  }
  group_committee: {
    group_id: GroupId
    membership_id: MembershipId
    from_at: Generated<Date>
    until_at: Optional<Date>
  }
  group_tie: {
    group_id: GroupId
    account_id: AccountId
    membership_id: MembershipId
    side: 'staff' | 'parents'
    is_limited: boolean
  }
  group_member: {
    group_id: GroupId
    account_id: AccountId
    membership_id: MembershipId
    side: 'staff' | 'parents'
  }
  person: {
    membership_id: MembershipId
    organization_id: OrganizationId
    account_id: AccountId
    role: Role
    name: string
    label: string
    is_confirmed: boolean
  }
}
