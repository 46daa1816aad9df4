-- Meetings that are planned: what about, when, whom for. Who is invited follows from belonging, as with channels.
create table meeting_series (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  repeats text not null check (repeats in ('weekly', 'fortnightly', 'monthly')),
  until_day date not null
);

-- Each occurrence of a repeated one is a meeting of its own: moved, called off, answered and recorded by itself.
create table meeting (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  organizer_id uuid not null references account (id),
  series_id uuid references meeting_series (id),
  title text not null,
  agenda text[] not null default '{}',
  kind text not null check (kind in ('online', 'hybrid', 'in-person')),
  place text not null default '',
  -- Between the two lies less than a day.
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null check (ends_at > starts_at),
  -- Whom it is for; besides, the members of chats and single people.
  audience text check (audience in ('all', 'staff', 'parents', 'groups')),
  group_ids uuid[] not null default '{}' check ((group_ids <> '{}') = (audience is not distinct from 'groups')),
  chat_ids uuid[] not null default '{}',
  is_mailed boolean not null default false,
  rev integer not null default 1,
  -- Up to which change the invited got letters, so that a job that runs again sends none twice.
  told_rev integer not null default 0,
  planned_at timestamptz(3) not null default now(),
  cancelled_at timestamptz(3),
  word text not null default '',
  -- When it reminds by itself; null once it has, or where there is no time for it.
  day_reminder_at timestamptz(3),
  soon_reminder_at timestamptz(3)
);
-- The calendar of an organization: a month of it.
create index meeting_by_organization on meeting (organization_id, starts_at);
-- All following ones of a repeated meeting.
create index meeting_by_series on meeting (series_id, starts_at) where series_id is not null;
-- What is to be reminded of: asked every minute.
create index meeting_day_reminder on meeting (day_reminder_at) where day_reminder_at is not null;
create index meeting_soon_reminder on meeting (soon_reminder_at) where soon_reminder_at is not null;

-- Those invited one by one, wherever they belong.
create table meeting_person (
  meeting_id uuid not null references meeting (id),
  account_id uuid not null references account (id),
  primary key (meeting_id, account_id)
);

-- Who is invited at this moment; somebody invited in several ways comes several times. Whoever asks about one person
-- begins at the account. Unconfirmed teachers meet nobody's parents.
create view meeting_invitee as
  select i.meeting_id, i.organization_id, i.account_id, i.membership_id
  from (
    select m.id as meeting_id, m.organization_id, m.organizer_id, m.audience, r.account_id, r.membership_id
    from meeting m
    cross join lateral audience_members(m.organization_id, m.audience, m.group_ids) r
    union all
    select m.id, m.organization_id, m.organizer_id, m.audience, c.account_id, c.membership_id
    from meeting m
    join chat_member c on c.chat_id = any(m.chat_ids)
    where c.membership_id is not null
    union all
    select m.id, m.organization_id, m.organizer_id, m.audience, p.account_id, ms.id
    from meeting m
    join meeting_person p on p.meeting_id = m.id
    join membership ms on ms.account_id = p.account_id and ms.organization_id = m.organization_id) i
  join membership ms on ms.id = i.membership_id and ms.ended_at is null
  where i.account_id <> i.organizer_id
    and (i.audience is not distinct from 'staff' or ms.role <> 'teacher' or ms.confirmed_at is not null);

-- An answer holds for the time it was given for: a meeting that is moved asks anew.
create table meeting_answer (
  meeting_id uuid not null references meeting (id),
  account_id uuid not null references account (id),
  answer text not null check (answer in ('yes', 'no', 'perhaps')),
  starts_at timestamptz(3) not null,
  answered_at timestamptz(3) not null,
  primary key (meeting_id, account_id)
);

-- The address by which somebody's own calendar program reads their meetings; only its hash is kept.
create table calendar_feed (
  account_id uuid primary key references account (id),
  token_hash bytea not null unique,
  made_at timestamptz(3) not null default now(),
  read_at timestamptz(3)
);
