-- Applications of organizations (2.2), and the orders that come with them.
create table application (
  id uuid primary key,
  state text not null check (state in ('submitted', 'returned', 'approved', 'refused', 'withdrawn')),
  -- Raised by every change: a decision names the one it was made on.
  revision integer not null default 1,
  organization_name text not null,
  kind text not null check (kind in ('kindergarten', 'school', 'additional')),
  inn text not null check (inn ~ '^([0-9]{10}|[0-9]{12})$'),
  address text not null,
  head_name text not null,
  administrator_name text not null,
  -- The contact: each step is told there.
  email text not null,
  -- E.164. Whoever proves exactly this number becomes the administrator.
  phone text not null,
  order_file_id uuid not null references file (id),
  -- From the first approval on; an application returned afterwards keeps it.
  organization_id uuid references organization (id),
  claimed_by uuid references account (id),
  claimed_at timestamptz(3),
  changed_at timestamptz(3) not null
);
-- The operator's queue, in both directions.
create index application_by_state on application (state, changed_at, id);
-- Possible duplicates.
create index application_by_inn on application (inn);
create index organization_by_inn on organization (inn);
-- At every sign-in: does this number administer something that waits for it?
create index application_unclaimed on application (phone) where state = 'approved' and claimed_at is null;
-- The operator's search by part of a name or number.
create index application_by_words on application
  using gin ((lower(organization_name || ' ' || inn || ' ' || administrator_name)) gin_trgm_ops);

-- The private links of an application: the browser's own, and the one in the letters.
create table application_link (
  -- SHA-256 of the token.
  token_hash bytea primary key,
  application_id uuid not null references application (id)
);

create table application_step (
  id uuid primary key,
  application_id uuid not null references application (id),
  kind text not null check (kind in ('submitted', 'resubmitted', 'returned', 'approved', 'refused', 'withdrawn', 'claimed')),
  reason text not null default '',
  -- The operator who decided, the administrator who came; null for the applicant.
  account_id uuid references account (id),
  at timestamptz(3) not null
);
-- The history of one application.
create index application_step_by_application on application_step (application_id, at, id);

-- An order that was uploaded and not submitted yet; goes with its file after a day.
create table uploaded_order (
  token_hash bytea primary key,
  file_id uuid not null references file (id) on delete cascade
);
-- The sweep of files asks what hangs on them.
create index uploaded_order_by_file on uploaded_order (file_id);
