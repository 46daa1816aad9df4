-- Nobody is let in whose own page says that it is over: guests of a meeting that was called off, or is held in one place
-- by now, are at no door, nor those of a closed organization. When a guest's door closes is for whoever asks to compare:
-- the moment is the application's.
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
  join guest_link l on l.id = g.link_id and l.revoked_at is null
  where c.ended_at is null;
