-- Backups made on this machine: what came of each. They describe the machine, so no backup holds them.
create table backup (
  id uuid primary key,
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  -- Why it failed.
  reason text not null default '' check ((reason <> '') = (state = 'failed')),
  began_at timestamptz(3) not null,
  ended_at timestamptz(3) check ((ended_at is null) = (state = 'running')),
  size bigint not null default 0,
  file_count integer not null default 0,
  -- Files that messages refer to and that are not there.
  missing_count integer not null default 0
);
-- One at a time.
create unique index backup_running_once on backup ((true)) where state = 'running';
-- The last ones, newest first.
create index backup_by_beginning on backup (began_at desc);
