-- Codes, personal codes, limits and the operator's link. Everything secret is here as a keyed hash only.

-- A code that was sent and is waited for.
create table sign_in_code (
  -- The handle that the browser holds.
  id uuid primary key,
  -- E.164, as typed; says nothing about whether there is an account.
  phone text not null,
  way text not null check (way in ('sms', 'email')),
  -- Where the letter went; null where there was nowhere to send it (the answer is the same).
  email text,
  -- Set: proves a number for this account. Null: signs in.
  account_id uuid references account (id),
  code_hash bytea not null,
  attempts integer not null default 0,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
-- The sweep of what nobody can use any more.
create index sign_in_code_by_age on sign_in_code (expires_at);

-- Handed over in person. `joining` lets a new account in, `coming-back` opens the named one.
create table personal_code (
  id uuid primary key,
  code_hash bytea not null unique,
  kind text not null check (kind in ('joining', 'coming-back')),
  -- joining: what it lets in for (an invitation), or whose number it vouches for.
  invitation_id uuid,
  phone text,
  -- coming-back: whose way back it is.
  account_id uuid references account (id),
  created_by uuid not null references account (id),
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  used_by uuid references account (id),
  revoked_at timestamptz(3),
  check ((kind = 'coming-back') = (account_id is not null)),
  check ((kind = 'joining') = (invitation_id is not null or phone is not null))
);
-- Open codes of an invitation, revoked with it.
create index personal_code_by_invitation on personal_code (invitation_id) where invitation_id is not null;
-- «Устройства» shows who holds a way back into this account.
create index personal_code_by_account on personal_code (account_id) where account_id is not null;
-- What an account was let in for.
create index personal_code_by_user on personal_code (used_by) where used_by is not null;
-- A newer code for a number ends the older one.
create index personal_code_by_phone on personal_code (phone) where phone is not null;

-- How often something was done, and until when it has to wait; survives a restart.
create table rate_limit (
  -- `what:whom`, as in `code-wrong:phone:+79…`.
  key text primary key,
  count integer not null,
  -- The count starts anew from then on.
  resets_at timestamptz(3) not null,
  blocked_until timestamptz(3)
);
-- The sweep of what is forgotten.
create index rate_limit_by_reset on rate_limit (resets_at);

-- The console's one-time link.
create table operator_link (
  token_hash bytea primary key,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);

-- Whoever proves this number becomes an operator.
create table awaited_operator (
  phone text primary key,
  name text not null,
  added_by uuid not null references account (id),
  added_at timestamptz(3) not null default now()
);
