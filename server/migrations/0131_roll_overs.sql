-- A year's roll-over: prepared by hand, done in one step, undone in one step within a week.
create table roll_over (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  state text not null default 'draft' check (state in ('draft', 'applied', 'undone')),
  way text not null check (way in ('together', 'onwards')),
  -- What was decided by hand: a group's fate by its id, a child's by group and child. All else follows from the
  -- structure as it is.
  group_decisions jsonb not null default '{}',
  child_decisions jsonb not null default '{}',
  created_at timestamptz(3) not null default now(),
  created_by uuid not null references account (id),
  applied_at timestamptz(3),
  applied_by uuid references account (id),
  undone_at timestamptz(3),
  -- The groups and the counts as they were shown when it was done.
  outcome jsonb,
  -- What undoing it takes; emptied once it can't be undone any more.
  traces jsonb
);
-- An organization prepares one at a time.
create unique index roll_over_draft_once on roll_over (organization_id) where state = 'draft';
-- The last one of an organization.
create index roll_over_by_organization on roll_over (organization_id, created_at desc);
-- Those whose traces have served their time.
create index roll_over_with_traces on roll_over (applied_at) where traces is not null;

-- How everybody in the chats of the groups stood before: undoing gives back what they saw and had read.
create table roll_over_member (
  roll_over_id uuid not null references roll_over (id) on delete cascade,
  chat_id uuid not null references chat (id) on delete cascade,
  account_id uuid not null references account (id),
  visible_from_seq integer not null,
  read_seq integer not null,
  is_muted boolean not null,
  primary key (roll_over_id, chat_id, account_id)
);

-- The chat of a group's past year, to be read by those who were in it and belong here still.
alter table chat add column archived_at timestamptz(3) check (archived_at is null or state = 'read-only');
alter table chat add column archived_group_id uuid references "group" (id) check (archived_group_id is null or bound_to is null);
-- The archives of a group: asked when a roll-over is undone.
create index chat_by_archived_group on chat (archived_group_id) where archived_group_id is not null;
