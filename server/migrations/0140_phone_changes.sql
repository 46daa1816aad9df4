-- A number that is changed by decision rather than by codes to both: the old phone is lost.
create table phone_change (
  id uuid primary key,
  account_id uuid not null references account (id),
  -- The number until then, which is told; null for an account without a proven one.
  old_phone text,
  new_phone text not null,
  -- The account itself, or whoever asks in its name.
  requested_by uuid not null references account (id),
  requested_at timestamptz(3) not null,
  state text not null default 'requested'
    check (state in ('requested', 'agreed', 'done', 'refused', 'stopped', 'failed')),
  -- Everybody concerned has agreed: not before this.
  takes_effect_at timestamptz(3),
  -- Handed over: typed with the new number it opens the account, and the change is done.
  personal_code_id uuid references personal_code (id),
  ended_at timestamptz(3),
  check ((state = 'agreed') <= (takes_effect_at is not null)),
  check ((state in ('requested', 'agreed')) = (ended_at is null))
);
-- One at a time for an account.
create unique index phone_change_open_once on phone_change (account_id) where ended_at is null;
-- The latest of an account, shown on all its devices.
create index phone_change_by_account on phone_change (account_id, requested_at desc);
-- Which change does this personal code belong to?
create index phone_change_by_code on phone_change (personal_code_id) where personal_code_id is not null;

-- Whose word it takes: an admin of each organization that the account belongs to.
create table phone_change_agreement (
  phone_change_id uuid not null references phone_change (id),
  organization_id uuid not null references organization (id),
  account_id uuid not null references account (id),
  at timestamptz(3) not null,
  primary key (phone_change_id, organization_id)
);
