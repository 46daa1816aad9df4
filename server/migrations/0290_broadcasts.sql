-- What one shows and up to some hundreds look on at, live. LiveKit carries it; who may look, who is on the stage and what
-- was asked is ours.
create table broadcast (
  -- Chosen by the client that plans it; also the name of the room.
  id uuid primary key,
  organization_id uuid not null references organization (id),
  host_id uuid not null references account (id),
  title text not null,
  about text not null default '',
  audience text not null check (audience in ('all', 'staff', 'parents', 'groups')),
  group_ids uuid[] not null default '{}' check ((group_ids <> '{}') = (audience = 'groups')),
  takes_questions boolean not null default true,
  state text not null default 'planned' check (state in ('planned', 'live', 'ended', 'cancelled')),
  -- Raised by every change of what is planned: whoever changes it says what they have looked at.
  rev integer not null default 1,
  planned_at timestamptz(3) not null,
  -- Its announcement in a channel.
  post_id uuid references post (id),
  -- When everybody it is for was reminded of it; each planned time once.
  reminded_at timestamptz(3),
  started_at timestamptz(3) check ((started_at is not null) = (state in ('live', 'ended'))),
  ended_at timestamptz(3) check ((ended_at is not null) = (state = 'ended')),
  -- Since when nobody is on the stage: it ends when that lasts.
  idle_since timestamptz(3),
  -- When LiveKit was last asked who is in the room.
  checked_at timestamptz(3),
  -- The most who looked on at one time.
  peak integer not null default 0
);
-- The list of an organization, newest first, by pages.
create index broadcast_by_time on broadcast (organization_id, planned_at, id);
-- What is on or near, for the banner over every page; and the keeper's round.
create index broadcast_ahead on broadcast (organization_id, planned_at) where state in ('planned', 'live');

create view broadcast_viewer as
  select b.id as broadcast_id, r.account_id, r.membership_id
  from broadcast b
  cross join lateral audience_members(b.organization_id, b.audience, b.group_ids) r;

-- What one person did in a broadcast, on whichever device.
create table broadcast_person (
  broadcast_id uuid not null references broadcast (id),
  account_id uuid not null references account (id),
  -- The session that got the latest token: when it ends, the participant leaves the room.
  session_id uuid,
  -- Asks for the floor since.
  hand_at timestamptz(3),
  stage text check (stage in ('invited', 'on')),
  -- First on the stage: whoever was counts as a speaker, not as one who looked on.
  spoke_at timestamptz(3),
  primary key (broadcast_id, account_id)
);

-- Attendance, as of calls.
create table broadcast_visit (
  broadcast_id uuid not null references broadcast (id),
  participant_sid text not null,
  account_id uuid not null references account (id),
  joined_at timestamptz(3) not null,
  left_at timestamptz(3) check (left_at >= joined_at),
  recorded_at timestamptz(3) not null default now(),
  primary key (broadcast_id, participant_sid)
);
-- Who is in it now.
create index broadcast_visit_open on broadcast_visit (broadcast_id, account_id) where left_at is null;

create table broadcast_question (
  -- Chosen by the client that asks.
  id uuid primary key,
  broadcast_id uuid not null references broadcast (id),
  account_id uuid not null references account (id),
  text text not null,
  state text not null default 'waiting' check (state in ('waiting', 'shown', 'answered', 'dismissed')),
  asked_at timestamptz(3) not null,
  decided_at timestamptz(3)
);
-- The host's queue, and what somebody has waiting.
create index broadcast_question_in_order on broadcast_question (broadcast_id, state, asked_at);
-- One at a time on everybody's screen.
create unique index broadcast_question_shown on broadcast_question (broadcast_id) where state = 'shown';

alter table organization add column may_teachers_broadcast boolean not null default false;
