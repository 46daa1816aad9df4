-- Ways into an organization: invitations, and confirming the status «педагог».

-- A staff invitation leads into «Педагоги»; a child's to the groups that child is in when it is used.
create table invitation (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  kind text not null check (kind in ('staff', 'child')),
  child_id uuid references child (id) check ((child_id is not null) = (kind = 'child')),
  role text not null check (role = case kind when 'staff' then 'teacher' else 'parent' end),
  position text not null default '',
  -- SHA-256 of the link's token. The token follows from the id and a secret that is not in the database.
  token_hash bytea not null unique,
  use_limit integer not null check (use_limit > 0),
  uses integer not null default 0 check (uses between 0 and use_limit),
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  -- The membership by which somebody invites: its position stands on the first page.
  created_by uuid not null references membership (id),
  revoked_at timestamptz(3),
  revoked_by uuid references account (id)
);
-- The list of an organization, newest first (clients choose ids, so these tell no order).
create index invitation_by_organization on invitation (organization_id, created_at desc, id desc);
-- The newest invitation of each child of a group.
create index invitation_by_child on invitation (child_id, created_at desc, id desc) where child_id is not null;

-- Who came in by which invitation; once per account, so that a repeated «да» counts once.
create table invitation_use (
  invitation_id uuid not null references invitation (id),
  account_id uuid not null references account (id),
  membership_id uuid not null references membership (id),
  used_at timestamptz(3) not null default now(),
  primary key (invitation_id, account_id)
);

create table confirmation (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  membership_id uuid not null references membership (id),
  position text not null,
  how_to_check text not null,
  word text not null default '',
  state text not null default 'requested' check (state in ('requested', 'confirmed', 'refused', 'withdrawn')),
  reason text not null default '',
  requested_at timestamptz(3) not null default now(),
  decided_at timestamptz(3),
  decided_by uuid references account (id),
  check ((state = 'requested') = (decided_at is null))
);
-- The queue of an organization, and how many wait.
create index confirmation_waiting on confirmation (organization_id, requested_at, id) where state = 'requested';
-- What was decided, newest first.
create index confirmation_decided on confirmation (organization_id, decided_at desc, id desc) where state <> 'requested';
-- The last request of one teacher; only one waits at a time.
create index confirmation_by_membership on confirmation (membership_id, requested_at desc);
create unique index confirmation_once on confirmation (membership_id) where state = 'requested';
