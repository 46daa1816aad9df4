-- An organization that closes: from that moment on it can be read and taken away, and nothing in it changes any more.
-- After a term it is erased; until then whoever may close it, or the operator, opens it again.
alter table organization add column closed_at timestamptz(3);

create table closing (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  -- As it was called on that day: the act says so when nothing else is left.
  name text not null,
  closed_by uuid not null references account (id),
  closed_at timestamptz(3) not null,
  -- From then on its data is erased.
  erase_at timestamptz(3) not null,
  reopened_by uuid references account (id),
  reopened_at timestamptz(3),
  -- Whoever belongs to it was written to.
  told_at timestamptz(3),
  erased_at timestamptz(3),
  -- Of the act about the erasing: «Акт № 3». The PDF names no person.
  act_number integer unique,
  act bytea,
  check (num_nonnulls(reopened_at, erased_at) <= 1)
);
-- At most one that holds.
create unique index closing_holds_once on closing (organization_id) where reopened_at is null;
-- Whose term is over.
create index closing_due on closing (erase_at) where reopened_at is null and erased_at is null;
-- The operator's list, newest first.
create index closing_newest on closing (closed_at desc, id desc);

-- Which chats were open until then: they are the ones that open again.
alter table chat add column is_closed_with_organization boolean not null default false;

-- Whatever would open a chat of a closed organization meanwhile (two accounts that become one, a structure that is looked
-- at anew) leaves it closed, to be opened with the organization.
create function keep_chat_closed() returns trigger language plpgsql as $$
begin
  if exists (select from organization where id = new.organization_id and closed_at is not null) then
    new.state := 'read-only';
    new.is_closed_with_organization := true;
  end if;
  return new;
end $$;
create trigger chat_stays_closed before insert or update of state on chat
  for each row when (new.state = 'open' and new.organization_id is not null) execute function keep_chat_closed();

-- What is never taken away from an organization goes with the organization itself, in transactions that say so; but the
-- journal holds no content, and stays.
create function is_erasing() returns boolean language sql stable as $$
  select coalesce(current_setting('kolosok.is_erasing', true), '') = 'yes'
$$;
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_table_name <> 'audit_entry' and is_erasing() then return old; end if;
  raise exception '% is append-only', tg_table_name;
end $$;
create or replace function keep_staff_group() returns trigger language plpgsql as $$
begin
  if old.kind = 'staff' and not is_erasing() then raise exception 'the staff group stays'; end if;
  return old;
end $$;
create or replace function refuse_changing_acknowledged() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and is_erasing() then return old; end if;
  raise exception 'An acknowledged report stays as it is';
end $$;
