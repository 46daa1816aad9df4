-- Who was at a webinar, and what says so.
alter table webinar add column gives_certificate boolean not null default false;
-- By hand; null: as the broadcast tells, where it is held as one.
alter table webinar_registration add column attended boolean;

-- How long each of those with a seat looked on, and whether they were there: at least half of it, unless somebody has
-- said otherwise. Two devices at once count once.
create function webinar_attendance(of_webinar uuid)
returns table (account_id uuid, seconds integer, attended boolean) language sql stable as $$
  with held as (select b.id, b.state, b.started_at, b.ended_at from broadcast b where b.webinar_id = of_webinar),
  seen as (
    select stays.account_id, extract(epoch from sum(upper(span) - lower(span)))::integer as seconds
    from (
      select v.account_id,
        range_agg(tstzrange(v.joined_at, greatest(v.joined_at, coalesce(v.left_at, h.ended_at, now())))) as spans
      from held h join broadcast_visit v on v.broadcast_id = h.id
      group by v.account_id) stays
    cross join lateral unnest(stays.spans) span
    group by stays.account_id)
  select r.account_id, seen.seconds,
    coalesce(r.attended, case when h.state = 'ended' then
      coalesce(seen.seconds, 0) * 2 >= extract(epoch from h.ended_at - h.started_at) end)
  from webinar_registration r
  left join held h on true
  left join seen on seen.account_id = r.account_id
  where r.webinar_id = of_webinar and r.state = 'registered'
$$;

-- What it says stands in it once and for all, whatever is renamed later.
create table certificate (
  -- Told nobody but its holder; so random that nobody finds another one.
  number text primary key check (number ~ '^[2-9ACEHKMPTXY]{12}$'),
  webinar_id uuid not null references webinar (id),
  account_id uuid not null references account (id),
  name text not null,
  organization text not null,
  title text not null,
  kind text not null check (kind in ('online', 'in-person')),
  held_on date not null,
  minutes integer not null check (minutes > 0),
  issued_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);
-- One in force for each who was there.
create unique index certificate_in_force on certificate (webinar_id, account_id) where revoked_at is null;
-- One's own.
create index certificate_by_account on certificate (account_id);
