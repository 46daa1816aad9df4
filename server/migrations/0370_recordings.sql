-- What was seen and heard in a room at LiveKit. While it is recorded and finished its parts lie in a folder of their own;
-- then it is a file like others, readable by whoever may look at what the room belongs to.
create table recording (
  -- Chosen by the client that starts it; also the name of the folder.
  id uuid primary key,
  -- What the room belongs to, and its name: the id of that.
  owner text not null check (owner in ('broadcast')),
  room uuid not null,
  organization_id uuid not null references organization (id),
  -- What it was called when it was recorded: the name of the file.
  title text not null,
  state text not null default 'recording' check (state in ('recording', 'finishing', 'ready', 'failed', 'deleted')),
  started_by uuid not null references account (id),
  started_at timestamptz(3) not null,
  -- When everybody in the room was shown that it is recorded: nothing is before that.
  shown_at timestamptz(3),
  stopped_at timestamptz(3) check ((stopped_at is null) = (state = 'recording')),
  stopped_for text check (stopped_for in ('asked', 'over', 'disk-low')),
  progress smallint not null default 0 check (progress between 0 and 100),
  is_waiting_for_room boolean not null default false,
  file_id uuid references file (id) check (file_id is null or state = 'ready'),
  seconds integer check (seconds >= 0),
  deleted_at timestamptz(3) check ((deleted_at is not null) = (state = 'deleted'))
);
-- Those of one room, and that one only is going on.
create index recording_of_room on recording (room, started_at);
create unique index recording_going_on on recording (room) where state = 'recording';
-- The keeper's round.
create index recording_at_work on recording (started_at) where state in ('recording', 'finishing');
-- The retention's.
create index recording_to_keep on recording (stopped_at) where state in ('ready', 'failed');
-- Who may read a file.
create index recording_of_file on recording (file_id) where file_id is not null;
