-- Who teaches a group for a time: days of the organization's own calendar, both included. It begins and ends by
-- itself, since every right asks the view below.
create table substitution (
  id uuid primary key,
  group_id uuid not null references "group" (id),
  membership_id uuid not null references membership (id),
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  named_by uuid not null references account (id),
  named_at timestamptz(3) not null default now(),
  -- Before its last day was over.
  ended_at timestamptz(3),
  -- What the chats have been made to follow so far; a job brings it up to the clock.
  followed text not null default 'planned' check (followed in ('planned', 'current', 'over'))
);
-- Those of a group and of a person that are not over yet; the job reads both ends of the first.
create index substitution_by_group on substitution (group_id) where followed <> 'over';
create index substitution_by_membership on substitution (membership_id) where followed <> 'over';

create function substitution_state(first_day date, last_day date, ended_at timestamptz, zone text, at timestamptz)
returns text language sql immutable parallel safe as $$
  select case
    when ended_at is not null or at >= (last_day + 1)::timestamp at time zone zone then 'over'
    when at < first_day::timestamp at time zone zone then 'planned'
    else 'current'
  end
$$;

-- Who teaches a group at this moment; a substitute with all that the lead may. Whatever follows from teaching a
-- group asks here, never the tables.
create view teaching as
  select group_id, membership_id, duty from group_teacher where until_at is null
  union all
  select s.group_id, s.membership_id, 'substitute'
  from substitution s
  join "group" g on g.id = s.group_id
  join organization o on o.id = g.organization_id
  where s.followed <> 'over'
    and substitution_state(s.first_day, s.last_day, s.ended_at, o.time_zone, now()) = 'current';

create or replace view group_member as
  select g.id as group_id, m.account_id, m.id as membership_id, 'staff' as side
  from "group" g
  join membership m on m.organization_id = g.organization_id
  where g.kind = 'staff' and m.role in ('management', 'teacher') and m.ended_at is null
  union all
  select t.group_id, m.account_id, m.id, 'staff'
  from teaching t
  join membership m on m.id = t.membership_id
  join "group" g on g.id = t.group_id
  where m.ended_at is null and m.confirmed_at is not null and g.archived_at is null
  union all
  select gc.group_id, m.account_id, m.id, 'parents'
  from group_child gc
  join guardianship gs on gs.child_id = gc.child_id
  join membership m on m.id = gs.membership_id
  join "group" g on g.id = gc.group_id
  where gc.until_at is null and gs.until_at is null and m.ended_at is null and g.archived_at is null;
