-- Local acts of an organization (1, 2.3, 4.1–4.2): the regulation, orders, forms of consent, instructions.
create table local_act (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  kind text not null check (kind in ('regulation', 'order', 'form', 'instruction'))
);
-- The acts of an organization; their editions follow by the act.
create index local_act_by_organization on local_act (organization_id);

-- One after the other, never changed once in force: the next one takes its place, and it stays readable.
create table local_act_edition (
  id uuid primary key,
  local_act_id uuid not null references local_act (id),
  -- 1, 2 … within the act.
  number integer not null,
  title text not null,
  audience text not null check (audience in ('all', 'staff', 'parents')),
  hears_parents boolean not null,
  -- [{"heading": "1. Общие положения", "text": "1.1. …"}]
  sections jsonb not null,
  -- {"number": "3", "date": "2026-08-28"}: the council's protocol, the parents', the head's order.
  adopted jsonb,
  heard jsonb,
  approved jsonb,
  -- From the beginning of this day in the organization's time zone; null until the head says so.
  in_force_from date check (in_force_from is null or approved is not null),
  rev integer not null default 1,
  edited_by uuid not null references account (id),
  edited_at timestamptz(3) not null,
  unique (local_act_id, number)
);
-- Only one at a time is being prepared.
create unique index local_act_edition_open on local_act_edition (local_act_id) where in_force_from is null;

-- What happened to it, corrections with what was written then; nothing of it is changed later.
create table local_act_event (
  id uuid primary key,
  edition_id uuid not null references local_act_edition (id),
  kind text not null check (kind in ('begun', 'returned', 'adopted', 'heard', 'approved', 'in-force')),
  number text not null default '',
  dated date,
  is_correction boolean not null default false,
  -- Why it was returned.
  word text not null default '',
  account_id uuid not null references account (id),
  at timestamptz(3) not null
);
-- The history of an edition.
create index local_act_event_by_edition on local_act_event (edition_id, at);

-- Which notice asks for «ознакомлен(а)» with an edition: whoever has answered it, has.
create table local_act_notice (
  notice_id uuid primary key references notice (id),
  edition_id uuid not null references local_act_edition (id)
);
-- The notices of an edition.
create index local_act_notice_by_edition on local_act_notice (edition_id);

-- Where each edition stands on a day: what is in force follows from dates, and nobody need be awake at midnight.
create function local_act_state(edition local_act_edition, today date) returns text language sql stable as $$
  select case
    when edition.in_force_from <= today then case when exists (
      select from local_act_edition later
      where later.local_act_id = edition.local_act_id and later.number > edition.number and later.in_force_from <= today)
      then 'superseded' else 'in-force' end
    when edition.approved is not null then 'approved'
    when edition.heard is not null then 'heard'
    when edition.adopted is not null then 'adopted'
    else 'draft'
  end
$$;
