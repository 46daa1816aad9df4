-- A lesson belongs to every teacher of its groups: each of them, and whoever substitutes, lets people in and may begin.
create or replace view rule_member as
  select c.id as chat_id, r.account_id, r.membership_id, r.side, false as leads
  from chat c
  join chat_rule_part p on p.chat_id = c.id
  cross join lateral chat_rule_members(c.organization_id, p.kind, p.positions, p.group_ids) r
  union all
  select m.chat_id, i.account_id, i.membership_id,
    case when ms.role in ('management', 'teacher') then 'staff' else 'parents' end,
    m.programme is not null and ms.role = 'teacher'
      and exists (select from teaching t where t.membership_id = ms.id and t.group_id = any(m.group_ids))
  from meeting m
  join meeting_invitee i on i.meeting_id = m.id
  join membership ms on ms.id = i.membership_id
  where m.chat_id is not null
  union all
  select m.chat_id, ms.account_id, ms.id, 'staff', true
  from meeting m
  join membership ms on ms.organization_id = m.organization_id and ms.account_id = m.organizer_id
    and ms.ended_at is null and (ms.role = 'management' or ms.role = 'teacher' and ms.confirmed_at is not null)
  where m.chat_id is not null;

-- Closed since one guest was removed: nobody new asks by it, and the others who wait are not to blame.
alter table guest_link add column keeps_waiting boolean not null default false;
alter table guest_link add constraint guest_link_keeps_waiting check (not keeps_waiting or revoked_at is not null);

create or replace view at_the_door as
  select c.id as call_id, cp.account_id as person_id, false as is_guest, p.name, p.label, p.is_confirmed,
    cp.waits_since as since, cp.waiting_seen_at as seen_at, cp.turned_away_at is not null as is_turned_away,
    null::timestamptz(3) as closes_at
  from call c
  join call_person cp on cp.call_id = c.id and cp.waits_since is not null
    and cp.let_in_at is null and cp.session_id is null and cp.removed_at is null
  join chat_member m on m.chat_id = c.chat_id and m.account_id = cp.account_id
  join person p on p.membership_id = m.membership_id
  where c.ended_at is null
  union all
  select c.id, g.id, true, g.name, '', false, g.came_at, g.seen_at, g.turned_away_at is not null, m.ends_at
  from call c
  join meeting m on m.chat_id = c.chat_id and m.cancelled_at is null and m.kind <> 'in-person'
  join organization o on o.id = m.organization_id and o.closed_at is null
  join guest g on g.meeting_id = m.id and g.removed_at is null and g.call_id is distinct from c.id
  join guest_link l on l.id = g.link_id and (l.revoked_at is null or l.keeps_waiting)
  where c.ended_at is null;
