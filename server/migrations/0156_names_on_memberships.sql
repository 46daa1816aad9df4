-- People are listed and looked for by name within one organization, and the name stands on the account: a page of
-- «Люди» had to look at every account of the organization, a search at every namesake of the installation. So a
-- membership carries the names it is listed by; the account stays the only place where one is changed.
alter table membership
  -- As others see them: «Мария Сергеевна», «Елена Кузнецова».
  add column name text not null default '?',
  -- As documents have it, family name first.
  add column full_name text not null default '?',
  add column searched_name text not null generated always as (replace(lower(full_name), 'ё', 'е')) stored;

create function name_membership() returns trigger language plpgsql as $$
declare a account;
begin
  -- Held, so that a name that is changed right now is waited for, and finds this membership afterwards.
  select * into a from account where id = new.account_id for share;
  new.name := coalesce(nullif(btrim(case
    when new.role in ('management', 'teacher') and a.patronymic <> '' then a.given_name || ' ' || a.patronymic
    else a.given_name || ' ' || a.family_name
  end), ''), '?');
  new.full_name := coalesce(nullif(concat_ws(' ', nullif(a.family_name, ''), nullif(a.given_name, ''),
    nullif(a.patronymic, '')), ''), '?');
  return new;
end $$;
create trigger membership_is_named before insert or update of role, account_id on membership
  for each row execute function name_membership();

create function rename_memberships() returns trigger language plpgsql as $$
begin
  update membership set account_id = account_id where account_id = new.id;
  return null;
end $$;
create trigger account_renames_memberships after update of given_name, patronymic, family_name on account
  for each row when ((old.given_name, old.patronymic, old.family_name)
    is distinct from (new.given_name, new.patronymic, new.family_name))
  execute function rename_memberships();

update membership set account_id = account_id;

-- «Люди»: a page costs the rows it shows, and a search reads the names of one organization in their order.
create index membership_by_full_name on membership (organization_id, full_name, id) where ended_at is null;
-- Whom one may write to, by the name they are seen with.
create index membership_by_name on membership (organization_id, name, id) where ended_at is null;
drop index account_by_name;

-- The same as before, without a look at the account.
create or replace view person as
  select m.id as membership_id, m.organization_id, m.account_id, m.role, m.name,
    case
      when m.role <> 'parent' then m.position
      else coalesce((
        select string_agg(distinct gs.label, ', ') filter (where gs.label <> '')
        from guardianship gs
        where gs.membership_id = m.id and gs.until_at is null
      ), '')
    end as label,
    m.role in ('management', 'teacher') and m.confirmed_at is not null as is_confirmed
  from membership m;
