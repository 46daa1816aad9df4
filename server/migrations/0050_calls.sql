-- Calls in chats. LiveKit knows who is in a room now; who was there, who may come back and what rings is ours,
-- so that a restart in the middle of a call loses nothing.
create table call (
  -- Chosen by the client that starts it; also the name of the room.
  id uuid primary key,
  chat_id uuid not null references chat (id) on delete cascade,
  -- The call's record in the chat.
  message_id uuid not null,
  started_by uuid not null references account (id),
  started_at timestamptz(3) not null,
  -- When the other side of a direct call picked up; until then it rings.
  answered_at timestamptz(3),
  ended_at timestamptz(3),
  outcome text check (outcome in ('ended', 'empty', 'missed', 'declined')),
  -- Since when too few are in it: nobody, or one alone in a direct call. It ends when that lasts.
  idle_since timestamptz(3),
  -- When LiveKit was last asked who is in the room.
  checked_at timestamptz(3),
  check ((ended_at is null) = (outcome is null))
);
-- One call at a time in a chat.
create unique index call_once on call (chat_id) where ended_at is null;
-- The keeper's round: every call that goes on.
create index call_going_on on call (started_at) where ended_at is null;

-- What one person did with a call, on whichever device.
create table call_person (
  call_id uuid not null references call (id) on delete cascade,
  account_id uuid not null references account (id),
  -- The session that got the latest token: when it ends, the participant leaves the room.
  session_id uuid,
  declined_at timestamptz(3),
  removed_at timestamptz(3),
  removed_by uuid references account (id),
  primary key (call_id, account_id)
);

-- Attendance: one stay of one person, from LiveKit's own news. A lost connection makes a second one.
create table call_visit (
  call_id uuid not null references call (id) on delete cascade,
  -- LiveKit's id of the stay; news told twice is written once.
  participant_sid text not null,
  account_id uuid not null references account (id),
  joined_at timestamptz(3) not null,
  left_at timestamptz(3) check (left_at >= joined_at),
  recorded_at timestamptz(3) not null default now(),
  primary key (call_id, participant_sid)
);
-- Who is in it now.
create index call_visit_open on call_visit (call_id, account_id) where left_at is null;
