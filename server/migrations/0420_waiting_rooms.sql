-- The waiting room of a meeting's call, by the host's choice; and guests, who come by a link and have no account.
alter table meeting add column has_waiting_room boolean not null default false;
alter table meeting add constraint meeting_waiting_room check (not has_waiting_room or kind <> 'in-person');

-- Who waits at a call's door. Whoever has let them in, or turned them away, did so for this call.
alter table call_person
  add column waits_since timestamptz(3),
  -- A waiting screen that is closed says nothing: they wait for as long as they are heard of.
  add column waiting_seen_at timestamptz(3),
  add column let_in_at timestamptz(3),
  add column let_in_by uuid references account (id),
  add column turned_away_at timestamptz(3);

-- The link of a meeting: one at a time. The token follows from the id and a secret that isn't here.
create table guest_link (
  id uuid primary key,
  meeting_id uuid not null references meeting (id),
  token_hash bytea not null unique,
  -- So many may be let in by it.
  max_guests integer not null check (max_guests between 1 and 50),
  made_by uuid not null references account (id),
  made_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);
-- The one that opens something.
create unique index guest_link_open on guest_link (meeting_id) where revoked_at is null;

-- Somebody who came by the link: a name, and a key that only their browser has.
create table guest (
  id uuid primary key,
  link_id uuid not null references guest_link (id),
  meeting_id uuid not null references meeting (id),
  key_hash bytea not null unique,
  name text not null,
  came_at timestamptz(3) not null,
  -- As of those who wait; null once they have gone.
  seen_at timestamptz(3),
  -- Where they were let in; another call of the same meeting asks anew.
  call_id uuid references call (id) on delete cascade,
  let_in_at timestamptz(3),
  let_in_by uuid references account (id),
  turned_away_at timestamptz(3),
  removed_at timestamptz(3),
  removed_by uuid references account (id),
  check ((call_id is null) = (let_in_at is null))
);
-- Those of a meeting: who waits, and who was there.
create index guest_by_meeting on guest (meeting_id, came_at);
-- How many a link has let in.
create index guest_by_link on guest (link_id) where let_in_at is not null;

-- One stay of a guest, from LiveKit's own news, as `call_visit` keeps those of people.
create table guest_visit (
  guest_id uuid not null references guest (id) on delete cascade,
  participant_sid text not null,
  call_id uuid not null references call (id) on delete cascade,
  joined_at timestamptz(3) not null,
  left_at timestamptz(3) check (left_at >= joined_at),
  recorded_at timestamptz(3) not null default now(),
  primary key (guest_id, participant_sid)
);
-- Who is in a call now.
create index guest_visit_open on guest_visit (call_id) where left_at is null;

-- Everybody at the door of a call that goes on, whom nobody has let in yet.
create view at_the_door as
  select c.id as call_id, cp.account_id as person_id, false as is_guest, p.name, p.label, p.is_confirmed,
    cp.waits_since as since, cp.waiting_seen_at as seen_at, cp.turned_away_at is not null as is_turned_away
  from call c
  join call_person cp on cp.call_id = c.id and cp.waits_since is not null
    and cp.let_in_at is null and cp.session_id is null and cp.removed_at is null
  join chat_member m on m.chat_id = c.chat_id and m.account_id = cp.account_id
  join person p on p.membership_id = m.membership_id
  where c.ended_at is null
  union all
  select c.id, g.id, true, g.name, '', false, g.came_at, g.seen_at, g.turned_away_at is not null
  from call c
  join meeting m on m.chat_id = c.chat_id
  join guest g on g.meeting_id = m.id and g.removed_at is null and g.call_id is distinct from c.id
  join guest_link l on l.id = g.link_id and l.revoked_at is null
  where c.ended_at is null;
