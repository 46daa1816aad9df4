-- «Только этот ребёнок»: a grandmother who fetches the child. She sees the child and may write with the teachers, and
-- is neither in the group's chat nor known to its other parents.
alter table guardianship add column is_limited boolean not null default false;

-- Everybody who has to do with a group now, whoever is limited to one child in it included.
create view group_tie as
  select g.id as group_id, m.account_id, m.id as membership_id, 'staff' as side, false as is_limited
  from "group" g
  join membership m on m.organization_id = g.organization_id
  where g.kind = 'staff' and m.role in ('management', 'teacher') and m.ended_at is null
  union all
  select t.group_id, m.account_id, m.id, 'staff', false
  from teaching t
  join membership m on m.id = t.membership_id
  join "group" g on g.id = t.group_id
  where m.ended_at is null and m.confirmed_at is not null and g.archived_at is null
  union all
  select gc.group_id, m.account_id, m.id, 'parents', gs.is_limited
  from group_child gc
  join guardianship gs on gs.child_id = gc.child_id
  join membership m on m.id = gs.membership_id
  join "group" g on g.id = gc.group_id
  where gc.until_at is null and gs.until_at is null and m.ended_at is null and g.archived_at is null;

-- Who belongs to it: what the chats bound to the structure follow.
create or replace view group_member as
  select group_id, account_id, membership_id, side from group_tie where not is_limited;

-- As before; only that whoever is limited meets nobody of a group but its staff.
create or replace view contact as
select a.organization_id, a.account_id as from_account_id, a.id as from_membership_id,
  b.account_id as to_account_id, b.id as to_membership_id
from membership a
join organization o on o.id = a.organization_id
join membership b on b.organization_id = a.organization_id and b.account_id <> a.account_id
where a.ended_at is null and b.ended_at is null and (
  a.is_admin or a.role = 'management'
  or (a.role = 'teacher' and b.role in ('management', 'teacher'))
  or (a.role = 'parent' and b.is_admin)
  or ((a.role = 'teacher' and b.role = 'parent'
      or a.role in ('parent', 'student') and b.role in ('teacher', 'management')
      or a.role = 'parent' and b.role = 'parent' and o.may_parents_write_each_other)
    and exists (
      select from group_tie x join group_tie y on y.group_id = x.group_id
      where x.membership_id = a.id and y.membership_id = b.id
        and (not x.is_limited or y.side = 'staff') and (not y.is_limited or x.side = 'staff'))));
