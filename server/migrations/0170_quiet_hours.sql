-- {"from": "20:00", "until": "07:00", "wholeDays": [6, 7]} in the organization's time zone; null: it is never quiet.
alter table organization add quiet_hours jsonb;
-- What a chat with families begins with; each can say otherwise afterwards.
alter table organization add may_parents_call boolean not null default false;

create function begin_chat() returns trigger language plpgsql as $$
begin
  new.may_members_call := new.may_members_call or coalesce(
    (select may_parents_call from organization where id = new.organization_id), false);
  return new;
end $$;
create trigger chat_begins before insert on chat for each row when (new.kind = 'group') execute function begin_chat();

alter table mailing
  -- Quiet hours have held it up until then.
  add column starts_at timestamptz(3),
  -- Whoever it goes to waits for it right now: quiet hours do not hold it up.
  add column is_awaited boolean not null default false;
