-- «Мои данные»: an archive that a person asked for, offered to them alone for a week.
create table data_export (
  id uuid primary key,
  account_id uuid not null references account (id),
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'failed', 'over')),
  asked_at timestamptz(3) not null,
  ended_at timestamptz(3),
  size bigint not null default 0
);
-- One at a time for an account.
create unique index data_export_waiting_once on data_export (account_id) where state = 'waiting';
-- The last one of an account.
create index data_export_by_account on data_export (account_id, asked_at desc);
-- Those whose week is over.
create index data_export_ready on data_export (ended_at) where state = 'ready';

-- That an account was deleted at its owner's wish. The act itself names the person, so it is kept for a week only.
create table account_deletion (
  -- Of the act: «Акт № 12».
  number integer primary key,
  account_id uuid not null unique references account (id),
  at timestamptz(3) not null,
  -- SHA-256 of the address that the act is handed out by; whoever deleted the account has no session any more.
  token_hash bytea not null unique,
  -- The PDF.
  act bytea
);
-- Those whose week is over.
create index account_deletion_with_act on account_deletion (at) where act is not null;
