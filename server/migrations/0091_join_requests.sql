-- Asking to be let in without an invitation: somebody inside decides.
alter table organization
  -- Whether strangers find it by a part of its name; by its short code they always do.
  add column is_found_by_name boolean not null default false;

create table join_request (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  account_id uuid not null references account (id),
  role text not null check (role in ('teacher', 'parent')),
  -- Where the parent says the child is; null when they do not know, and for staff.
  group_id uuid references "group" (id),
  child_name text not null default '' check ((child_name <> '') = (role = 'parent')),
  -- «мама Вани».
  label text not null default '',
  position text not null default '',
  word text not null default '',
  state text not null default 'requested' check (state in ('requested', 'accepted', 'refused', 'withdrawn')),
  reason text not null default '',
  requested_at timestamptz(3) not null default now(),
  decided_at timestamptz(3),
  decided_by uuid references account (id),
  check ((state = 'requested') = (decided_at is null))
);
-- The queue of an organization, oldest first.
create index join_request_waiting on join_request (organization_id, requested_at, id) where state = 'requested';
-- What was decided, newest first.
create index join_request_decided on join_request (organization_id, decided_at desc, id desc) where state <> 'requested';
-- One's own requests, newest first.
create index join_request_by_account on join_request (account_id, requested_at desc);
