-- Two accounts of one person become one. The other one stays as a row without any way in: what can't be rewritten, the
-- journal above all, still names it.
alter table account
  add column merged_into uuid references account (id) check (merged_into <> id),
  add constraint account_merged_has_no_way_in
    check (merged_into is null or phone is null and unverified_phone is null and email is null);
-- Whose entries in a journal are this one's, too.
create index account_by_merged_into on account (merged_into) where merged_into is not null;

create table account_merge (
  -- Chosen by the client: a retry merges nothing twice.
  id uuid primary key,
  kept_id uuid not null references account (id),
  ended_id uuid not null unique references account (id),
  -- How it was proved that the other one is the same person's.
  way text not null check (way in ('sms', 'email', 'personal-code')),
  at timestamptz(3) not null
);

-- As before; only that whoever is let in at the very moment of a merge comes in as the account that is kept.
create or replace function name_membership() returns trigger language plpgsql as $$
declare a account;
begin
  -- Held, so that a name that is changed right now is waited for, and finds this membership afterwards.
  select * into a from account where id = new.account_id for share;
  if a.merged_into is not null then
    new.account_id := a.merged_into;
    select * into a from account where id = new.account_id for share;
  end if;
  new.name := coalesce(nullif(btrim(case
    when new.role in ('management', 'teacher') and a.patronymic <> '' then a.given_name || ' ' || a.patronymic
    else a.given_name || ' ' || a.family_name
  end), ''), '?');
  new.full_name := coalesce(nullif(concat_ws(' ', nullif(a.family_name, ''), nullif(a.given_name, ''),
    nullif(a.patronymic, '')), ''), '?');
  return new;
end $$;
