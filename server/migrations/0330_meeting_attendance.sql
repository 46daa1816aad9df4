-- Who was at a meeting: what its call heard, and what whoever looks after it ticked by hand. Written down for everybody
-- who was expected once it is over, that the list names also those who leave, whatever becomes of the call.
create table meeting_attendance (
  meeting_id uuid not null references meeting (id),
  account_id uuid references account (id),
  child_id uuid references child (id),
  unit_id uuid not null generated always as (coalesce(child_id, account_id)) stored,
  -- By hand; null: what the call says holds.
  mark text check (mark in ('room', 'call', 'no')),
  marked_by uuid references account (id),
  marked_at timestamptz(3),
  -- By the call, once it is written down.
  came_at timestamptz(3),
  went_at timestamptz(3),
  seconds integer,
  primary key (meeting_id, unit_id),
  check (num_nonnulls(account_id, child_id) = 1),
  check ((mark is null) = (marked_at is null))
);

-- Whoever was there and is nobody here: a grandmother, a speaker.
create table meeting_guest (
  id uuid primary key,
  meeting_id uuid not null references meeting (id),
  name text not null,
  added_by uuid not null references account (id),
  added_at timestamptz(3) not null
);
-- Those of one meeting.
create index meeting_guest_by_meeting on meeting_guest (meeting_id, added_at);

alter table meeting add column attendance_kept_at timestamptz(3);
-- What is over and has to be written down: asked every minute.
create index meeting_to_keep on meeting (ends_at) where attendance_kept_at is null and cancelled_at is null;

-- Who is expected at this moment: the invited, and whoever planned it.
create view meeting_unit as
  select meeting_id, account_id as unit_id, account_id, null::uuid as child_id from meeting_invitee
  union
  select id, organizer_id, organizer_id, null::uuid from meeting;

-- Who was in the calls of a meeting, from when to when, and how long: two devices at once count once.
create function meeting_stays(of_meeting uuid, now_is timestamptz)
returns table (
  unit_id uuid, account_id uuid, child_id uuid, came_at timestamptz, went_at timestamptz, seconds integer
) language sql stable as $$
  select s.account_id, s.account_id, null::uuid, min(lower(s.stay)), max(upper(s.stay)), (
    select coalesce(sum(extract(epoch from upper(part) - lower(part))), 0)::integer from unnest(range_agg(s.stay)) part)
  from (
    select v.account_id,
      tstzrange(v.joined_at, coalesce(v.left_at, greatest(v.joined_at, now_is)), '[]') as stay
    from meeting m
    join call c on c.chat_id = m.chat_id
    join call_visit v on v.call_id = c.id
    where m.id = of_meeting) s
  group by s.account_id
$$;
