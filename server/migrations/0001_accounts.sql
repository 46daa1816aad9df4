-- People, their sessions, and what is written down about what was done. What one may do hangs on
-- memberships (0002), never on the account.
create extension if not exists pg_trgm;

create table account (
  id uuid primary key,
  -- E.164, proven: by a code to it, or vouched for by an operator's personal code.
  phone text unique check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  -- E.164, only typed. Reserves nothing: who proves the number takes it, and this one is asked anew.
  unverified_phone text check (unverified_phone ~ '^\+[1-9][0-9]{6,14}$'),
  -- Proven by a code to it.
  email text check (email = lower(email)),
  given_name text not null default '',
  patronymic text not null default '',
  family_name text not null default '',
  -- Raised by every change of what is the account's own: read marks, mutes, drafts.
  own_rev integer not null default 0,
  created_at timestamptz(3) not null default now(),
  used_at timestamptz(3) not null default now()
);
-- Codes by e-mail look an account up by its address; several accounts of a family may share one.
create index account_by_email on account (email) where email is not null;
-- Who else uses a number that is being proven?
create index account_by_unverified_phone on account (unverified_phone) where unverified_phone is not null;

-- Belongs to the installation, not to an organization.
create table operator (
  account_id uuid primary key references account (id),
  added_by uuid references account (id),
  added_at timestamptz(3) not null default now()
);

create table session (
  id uuid primary key,
  -- Keyed hash of the cookie's token.
  token_hash bytea not null unique,
  account_id uuid not null references account (id),
  -- The browser's User-Agent.
  device text not null default '',
  address text not null default '',
  created_at timestamptz(3) not null default now(),
  used_at timestamptz(3) not null default now(),
  ended_at timestamptz(3)
);
-- «Устройства»: the open sessions of one account.
create index session_by_account on session (account_id, used_at desc) where ended_at is null;
-- Where an account has been used from, when its codes are asked for.
create index session_by_address on session (account_id, address);

-- Who did what, when: ids and actions, no content. Append-only, held by the trigger below.
create table audit_entry (
  id uuid primary key,
  -- Null for what belongs to the installation.
  organization_id uuid,
  account_id uuid,
  session_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  details jsonb not null default '{}',
  at timestamptz(3) not null default now()
);
-- The journal of one organization, newest first.
create index audit_entry_by_organization on audit_entry (organization_id, at desc, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_entry_is_append_only before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger audit_entry_is_not_truncated before truncate on audit_entry
  for each statement execute function refuse_change();

-- One row per purpose and text version that a person agreed to (152-ФЗ).
create table consent (
  id uuid primary key,
  account_id uuid not null references account (id),
  organization_id uuid,
  purpose text not null,
  text_version integer not null,
  given_at timestamptz(3) not null default now(),
  withdrawn_at timestamptz(3)
);
-- Is there a consent of this person for this purpose now?
create index consent_by_account on consent (account_id, purpose);
