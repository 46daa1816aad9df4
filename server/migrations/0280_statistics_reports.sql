-- How the platform is used, for a month, a quarter or a school year (2.2): compiled by an administrator, submitted to
-- the head, who takes note of it or returns it with a word.
create table statistics_report (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  -- Given with the first submission, and kept.
  number integer,
  kind text not null check (kind in ('month', 'quarter', 'school-year')),
  first_day date not null,
  last_day date not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'acknowledged')),
  rev integer not null default 1,
  word text not null default '',
  answer text not null default '',
  -- As they were submitted, each with its definition; while it is being compiled they are counted each time.
  sections jsonb,
  counted_at timestamptz(3),
  compiled_by uuid not null references account (id),
  compiled_at timestamptz(3) not null,
  submitted_by uuid references account (id),
  submitted_at timestamptz(3),
  decided_by uuid references account (id),
  decided_at timestamptz(3),
  check ((state = 'draft') = (number is null)),
  check ((number is null) = (submitted_at is null)),
  check ((sections is null) = (submitted_at is null)),
  check ((state in ('returned', 'acknowledged')) = (decided_at is not null)),
  -- One for each period: two who compile it at once meet here.
  unique (organization_id, kind, first_day),
  unique (organization_id, number)
);
-- An organization's reports, newest first.
create index statistics_report_by_organization on statistics_report (organization_id, compiled_at desc, id desc);
-- What waits for the head, or has come back.
create index statistics_report_waiting on statistics_report (organization_id, state)
  where state in ('submitted', 'returned');

-- What the head has taken note of is a document.
create function refuse_changing_acknowledged() returns trigger language plpgsql as $$
begin
  raise exception 'An acknowledged report stays as it is';
end $$;
create trigger statistics_report_is_kept
  before update of organization_id, number, kind, first_day, last_day, state, word, answer, sections, counted_at
  on statistics_report for each row when (old.state = 'acknowledged') execute function refuse_changing_acknowledged();
create trigger statistics_report_is_not_lost before delete on statistics_report
  for each row when (old.number is not null) execute function refuse_changing_acknowledged();

-- Remote events of a period, and the register: calls of one chat by time. Without it every call of the installation
-- would be read.
create index call_by_chat on call (chat_id, started_at desc, id desc);
-- Every chat of an organization that more than two talk in: the register, and their calls.
create index chat_of_many_by_organization on chat (organization_id) where kind = 'group';
-- What was published in a period.
create index post_by_publishing on post (channel_id, published_at) where state = 'published';
