-- Who asks for help, and what becomes of it. It stands at one desk: the administrators of an organization, or the
-- platform's support; both can pass it on, with all that was said.
create table ticket (
  id uuid primary key,
  -- What people call it by.
  number integer generated always as identity unique,
  asker_id uuid not null references account (id),
  -- As they were called when they asked: what they are looked for by.
  asker_name text not null default '',
  -- Where answers go besides the page; empty for nowhere.
  email text not null default '',
  -- What it is about, and whose administrators may see it once it has been at their desk.
  organization_id uuid references organization (id),
  desk text not null check (desk in ('organization', 'platform')),
  state text not null default 'new' check (state in ('new', 'in-work', 'waiting', 'solved')),
  subject text not null,
  -- The page it was written from.
  page text not null default '',
  assignee_id uuid references account (id),
  last_seq integer not null default 0,
  -- The same, counting what the asker sees: of all of it, of the last that was said to them, of what they have read.
  shown_seq integer not null default 0,
  told_seq integer not null default 0,
  read_seq integer not null default 0,
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  -- When it first came to either desk; null for a desk that never had it, and must not see it.
  organization_at timestamptz(3),
  platform_at timestamptz(3),
  -- The platform's first answer, and the last time it was settled: the figures.
  platform_answered_at timestamptz(3),
  solved_at timestamptz(3) check ((solved_at is not null) = (state = 'solved')),
  stars smallint check (stars between 1 and 5),
  rating_word text not null default '',
  check (desk <> 'organization' or organization_id is not null),
  check (case desk when 'organization' then organization_at else platform_at end is not null)
);
-- One's own list.
create index ticket_by_asker on ticket (asker_id, changed_at, id);
-- The lists of the administrators, in both directions; of those that they passed on, too.
create index ticket_by_organization on ticket (organization_id, desk, state, changed_at, id)
  where organization_at is not null;
-- The lists of the platform's support; its figures.
create index ticket_by_platform on ticket (desk, state, changed_at, id) where platform_at is not null;
create index ticket_came_to_platform on ticket (platform_at) where platform_at is not null;
-- Looking for words in any form, and for a part of a name or of the heading.
create index ticket_by_words on ticket using gin (to_tsvector('russian', subject));
create index ticket_by_name on ticket using gin (lower(asker_name || ' ' || subject) gin_trgm_ops);

-- What was said and done, in one order. Internal: notes, and the word with which it was passed on.
create table ticket_entry (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  seq integer not null,
  -- Its place among what the asker sees, who cannot count what is internal; null for that.
  shown_seq integer,
  kind text not null check (
    kind in ('message', 'note', 'passed', 'assigned', 'released', 'solved', 'reopened', 'rated')),
  side text not null check (side in ('asker', 'organization', 'platform')),
  author_id uuid not null references account (id),
  assignee_id uuid references account (id) check ((assignee_id is not null) = (kind = 'assigned')),
  text text not null default '',
  attachments jsonb not null default '[]',
  at timestamptz(3) not null,
  -- The pages of one conversation, as the desk and as the asker see it.
  unique (ticket_id, seq),
  unique (ticket_id, shown_seq)
);
create index ticket_entry_by_words on ticket_entry using gin (to_tsvector('russian', text));

-- Which entry refers to a file: the right to read it follows from that.
create table ticket_file (
  file_id uuid primary key references file (id),
  entry_id uuid not null references ticket_entry (id)
);
-- The files of one entry.
create index ticket_file_by_entry on ticket_file (entry_id);
