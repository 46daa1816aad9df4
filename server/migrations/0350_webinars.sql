-- Webinars and seminars of the platform's operators, for people of all organizations.
create table webinar (
  -- Chosen by the client that writes it.
  id uuid primary key,
  announced_by uuid not null references account (id),
  title text not null,
  about text not null default '',
  speaker text not null default '',
  kind text not null check (kind in ('online', 'in-person')),
  place text not null default '' check (kind = 'online' or place <> ''),
  -- Between the two lies less than a day.
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null check (ends_at > starts_at),
  time_zone text not null,
  -- For whom, in whichever organization.
  roles text[] not null check (roles <> '{}' and roles <@ array['admin', 'head', 'teacher', 'parent']),
  -- Null: as many as come.
  seats integer check (seats > 0),
  state text not null default 'draft' check (state in ('draft', 'published', 'cancelled')),
  word text not null default '',
  rev integer not null default 1,
  -- Up to which change the registered got letters, so that a job that runs again sends none twice.
  told_rev integer not null default 0,
  created_at timestamptz(3) not null default now(),
  -- When it reminds by itself; null once it has, or where there is no time for it.
  day_reminder_at timestamptz(3),
  hour_reminder_at timestamptz(3)
);
-- Lists, newest first, by pages; and what comes.
create index webinar_by_time on webinar (starts_at, id);
-- What is to be reminded of: asked every minute.
create index webinar_day_reminder on webinar (day_reminder_at) where day_reminder_at is not null;
create index webinar_hour_reminder on webinar (hour_reminder_at) where hour_reminder_at is not null;

-- Whom a webinar is for at this moment, once for each membership that says so. Whoever asks about one person begins at
-- the account.
create view webinar_audience as
  select w.id as webinar_id, m.account_id, m.id as membership_id, m.organization_id
  from webinar w
  join membership m on m.ended_at is null and (
    'admin' = any(w.roles) and m.is_admin
    or 'head' = any(w.roles) and m.role = 'management'
    or 'teacher' = any(w.roles) and m.role = 'teacher' and m.confirmed_at is not null
    or 'parent' = any(w.roles) and m.role = 'parent');

create table webinar_registration (
  webinar_id uuid not null references webinar (id),
  account_id uuid not null references account (id),
  -- What papers call them, as they have confirmed it.
  name text not null,
  state text not null check (state in ('registered', 'waiting')),
  -- Their place in the line.
  asked_at timestamptz(3) not null,
  primary key (webinar_id, account_id)
);
-- The line, and who is next.
create index webinar_registration_in_order on webinar_registration (webinar_id, asked_at, account_id);
-- One's own.
create index webinar_registration_by_account on webinar_registration (account_id);
-- Where somebody waits, looked through every minute.
create index webinar_registration_waiting on webinar_registration (webinar_id) where state = 'waiting';

-- Who holds a seat or waits for one. Whoever it is not for any more, having left, keeps nobody else from it.
create view webinar_attendee as
  select r.webinar_id, r.account_id, r.name, r.state, r.asked_at
  from webinar_registration r
  where exists (
    select from webinar_audience a where a.webinar_id = r.webinar_id and a.account_id = r.account_id);
