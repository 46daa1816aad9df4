import type { AccountId, ChatId, MembershipId } from '@kolosok/contract'
import { runPlannedOnce, type Tx } from '#platform/db.ts'

export type Wanted = {
  readonly chatId: ChatId
  readonly accountId: AccountId
  /** Null where they are to go. */
  readonly wanted: 'member' | 'moderator' | null
  readonly isMember: boolean
  readonly membershipId: MembershipId | null
  readonly isStaff: boolean
  readonly hasEntered: boolean
}

// What chats should hold beside what they hold; only where the two differ, and only of the people asked about.
// - Bound to a group: who belongs to it. In «Педагоги» the management moderates, in a group its teachers do.
// - By a rule: who fits it, or is invited to the meeting that is held there. The management moderates, who planned it too.
// - Put together by hand, and any archive: who is in it and belongs to the organization still; a teacher who is not
//   confirmed (any more) has no place among parents.
// `offset 0`: each group is asked for by itself, or the whole view is read: every group of every organization.
// Administrators moderate any of the first two; who entered stays while they are of the management.
const DIFFERENCES = `
  with asked as (
    select c.id, c.organization_id, c.bound_to, c.bound_group_id, c.id = any($1::uuid[]) as is_whole,
      c.bound_to is null or c.state = 'read-only' as keeps
    from chat c where c.id = any($1::uuid[]) or c.id = any($2::uuid[])
  ), fitting as (
    select c.id as chat_id, c.organization_id, g.account_id, g.membership_id, g.side,
      c.bound_to = 'group' and g.side = 'staff' as leads
    from asked c
    cross join lateral (select * from group_member where group_id = c.bound_group_id offset 0) g
    where c.bound_to in ('staff', 'group') and not c.keeps and (c.is_whole or g.account_id = any($3::uuid[]))
    union all
    select c.id, c.organization_id, r.account_id, r.membership_id, r.side, r.leads
    from asked c join rule_member r on r.chat_id = c.id
    where c.bound_to = 'rule' and not c.keeps and c.is_whole
    union all
    select c.id, c.organization_id, r.account_id, r.membership_id, r.side, r.leads
    from asked c
    cross join unnest($3::uuid[]) person (account_id)
    join rule_member r on r.chat_id = c.id and r.account_id = person.account_id
    where c.bound_to = 'rule' and not c.keeps and not c.is_whole
  ), belonging as (
    select f.chat_id, f.account_id,
      (array_agg(f.membership_id order by f.side = 'staff' desc, m.is_admin desc, f.membership_id))[1] as membership_id,
      bool_or(f.side = 'staff') as is_staff,
      bool_or(f.leads or m.role = 'management' and f.side = 'staff')
        or exists (select from membership a where a.account_id = f.account_id and a.organization_id = f.organization_id
          and a.is_admin and a.ended_at is null) as moderates,
      false as has_entered
    from fitting f
    join membership m on m.id = f.membership_id
    group by f.chat_id, f.organization_id, f.account_id
  ), held as (
    select m.*, c.organization_id, c.keeps,
      m.has_entered and organization_roles(c.organization_id, m.account_id) && array['admin', 'head', 'management']
        as is_management
    from chat_member m join asked c on c.id = m.chat_id
    where c.is_whole or m.account_id = any($3::uuid[]) or m.has_entered
  ), keeping as (
    select h.chat_id, h.account_id,
      (array_agg(m.id order by m.id = h.membership_id desc, m.role in ('management', 'teacher') desc, m.id))[1]
        as membership_id,
      bool_or(m.role in ('management', 'teacher')) as is_staff,
      h.role = 'moderator' and bool_or(m.role in ('management', 'teacher')) as moderates, h.has_entered
    from held h
    join membership m on m.organization_id = h.organization_id and m.account_id = h.account_id and m.ended_at is null
    where h.keeps and (not h.has_entered or h.is_management)
      and (m.role <> 'teacher' or m.confirmed_at is not null
        or not exists (select from chat_member other where other.chat_id = h.chat_id and not other.is_staff))
    group by h.chat_id, h.account_id, h.role, h.has_entered
  ), wanted as (
    select * from belonging
    union all
    select * from keeping
    union all
    select h.chat_id, h.account_id, h.membership_id, h.is_staff, h.role = 'moderator', true
    from held h
    where h.has_entered and not h.keeps and h.is_management
      and not exists (select from belonging b where b.chat_id = h.chat_id and b.account_id = h.account_id)
  )
  select coalesce(w.chat_id, m.chat_id) as "chatId", coalesce(w.account_id, m.account_id) as "accountId",
    case when w.chat_id is null then null when w.moderates then 'moderator' else 'member' end as wanted,
    m.chat_id is not null as "isMember", w.membership_id as "membershipId", w.is_staff as "isStaff",
    w.has_entered as "hasEntered"
  from wanted w
  full join held m on m.chat_id = w.chat_id and m.account_id = w.account_id
  where w.chat_id is null or m.chat_id is null
    or (w.membership_id, w.is_staff, w.has_entered, case when w.moderates then 'moderator' else 'member' end)
      is distinct from (m.membership_id, m.is_staff, m.has_entered, m.role)
  order by 1, 2`

/** Which chats to compare: some as a whole, others as far as these people go. */
export type Asked = {
  readonly wholly: readonly ChatId[]
  readonly partly?: readonly ChatId[]
  readonly accountIds?: readonly AccountId[]
}

export async function listDifferences(tx: Tx, { wholly, partly = [], accountIds = [] }: Asked): Promise<Wanted[]> {
  return runPlannedOnce<Wanted>(tx, DIFFERENCES, [wholly, partly, accountIds])
}
