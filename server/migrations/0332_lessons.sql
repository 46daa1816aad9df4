-- A lesson is a meeting with learning in it: of groups, by a programme. Whatever holds for meetings holds for it.
alter table meeting
  add column programme text check (programme is null or audience = 'groups' and programme <> ''),
  add column material_folder_id uuid references material_folder (id) on delete set null;
-- Which lessons lean on a folder that the sweep takes away.
create index meeting_by_folder on meeting (material_folder_id) where material_folder_id is not null;
-- The lessons of a school year.
create index meeting_lessons on meeting (organization_id, starts_at) where programme is not null;

-- Who is expected at this moment: the invited, and whoever planned it; at a lesson the children of its groups.
create or replace view meeting_unit as
  select i.meeting_id, i.account_id as unit_id, i.account_id, null::uuid as child_id
  from meeting_invitee i join meeting m on m.id = i.meeting_id and m.programme is null
  union
  select id, organizer_id, organizer_id, null::uuid from meeting where programme is null
  union
  select m.id, gc.child_id, null::uuid, gc.child_id
  from meeting m
  join "group" g on g.id = any(m.group_ids) and g.archived_at is null
  join group_child gc on gc.group_id = g.id and gc.until_at is null
  where m.programme is not null;

-- As before. At a lesson whoever came did so with their children: the account of a parent is how a child is there.
create or replace function meeting_stays(of_meeting uuid, now_is timestamptz)
returns table (
  unit_id uuid, account_id uuid, child_id uuid, came_at timestamptz, went_at timestamptz, seconds integer
) language sql stable as $$
  with stay as (
    select v.account_id,
      tstzrange(v.joined_at, coalesce(v.left_at, greatest(v.joined_at, now_is)), '[]') as part
    from meeting m
    join call c on c.chat_id = m.chat_id
    join call_visit v on v.call_id = c.id
    where m.id = of_meeting),
  unit as (
    select s.account_id as unit_id, s.account_id, null::uuid as child_id, s.part
    from meeting m cross join stay s
    where m.id = of_meeting and m.programme is null
    union all
    select gc.child_id, null::uuid, gc.child_id, s.part
    from meeting m
    cross join stay s
    join membership ms on ms.account_id = s.account_id and ms.organization_id = m.organization_id
      and ms.ended_at is null
    join guardianship gs on gs.membership_id = ms.id and gs.until_at is null and not gs.is_limited
    join group_child gc on gc.child_id = gs.child_id and gc.until_at is null and gc.group_id = any(m.group_ids)
    where m.id = of_meeting and m.programme is not null)
  select u.unit_id, u.account_id, u.child_id, min(lower(u.part)), max(upper(u.part)), (
    select coalesce(sum(extract(epoch from upper(p) - lower(p))), 0)::integer from unnest(range_agg(u.part)) p)
  from unit u
  group by u.unit_id, u.account_id, u.child_id
$$;
