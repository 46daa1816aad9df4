-- What has to be read, acknowledged, agreed to or chosen, by everybody it is for: apart from talk, until it is answered.
create table notice (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  author_id uuid not null references account (id),
  title text not null,
  text text not null,
  attachments jsonb not null default '[]',
  asks text not null check (asks in ('read', 'acknowledge', 'agree', 'choice')),
  options text[] not null default '{}' check ((options <> '{}') = (asks = 'choice')),
  -- Whose an answer is: each person's, or one for each child, by any of its guardians.
  per text not null check (per in ('person', 'child')),
  audience text not null check (audience in ('all', 'staff', 'parents', 'groups')),
  group_ids uuid[] not null default '{}' check ((group_ids <> '{}') = (audience = 'groups')),
  deadline_at timestamptz(3) not null,
  -- Why it may disturb at night.
  urgency text check (urgency in ('safety', 'health', 'closing', 'weather', 'other')),
  is_mailed boolean not null default false,
  rev integer not null default 1,
  -- Of the wording: answers belong to one, and another one asks all anew.
  version integer not null default 1,
  sent_at timestamptz(3) not null default now(),
  corrected_at timestamptz(3),
  withdrawn_at timestamptz(3),
  word text not null default '',
  -- The last reminder by hand, so that a retry is none.
  reminder_id uuid,
  reminded_at timestamptz(3),
  reminders integer not null default 0,
  -- When it reminds by itself; null once it has.
  nudge_at timestamptz(3)
);
-- What an organization has sent, newest first.
create index notice_by_organization on notice (organization_id, sent_at desc, id desc);
-- What may be waiting for somebody, asked with every count in the navigation; and what still follows the structure.
create index notice_open on notice (organization_id, deadline_at) where withdrawn_at is null;

-- Which notice refers to a file: the right to read it follows from that.
create table notice_file (
  file_id uuid primary key references file (id),
  notice_id uuid not null references notice (id)
);
-- The files of a notice that is changed.
create index notice_file_by_notice on notice_file (notice_id);

-- Whom it is for at this moment, once for each account that may answer: accounts for themselves; children by any
-- guardian who is not limited; and, on paper, children of whose family nobody is here (no account). As with channels
-- everything follows from the structure. Whoever asks about one person begins at the account.
create view notice_unit as
  select n.id as notice_id, n.organization_id, r.account_id as unit_id, r.account_id, null::uuid as child_id
  from notice n
  cross join lateral audience_members(n.organization_id, n.audience, n.group_ids) r
  where n.per = 'person' and r.account_id <> n.author_id
  union all
  select n.id, n.organization_id, gc.child_id, m.account_id, gc.child_id
  from notice n
  join "group" g on g.organization_id = n.organization_id and g.archived_at is null
    and (n.audience in ('all', 'parents') or g.id = any(n.group_ids))
  join group_child gc on gc.group_id = g.id and gc.until_at is null
  left join (guardianship gs join membership m on m.id = gs.membership_id and m.ended_at is null)
    on gs.child_id = gc.child_id and gs.until_at is null and not gs.is_limited
  where n.audience <> 'staff' and (n.per = 'child' or m.account_id is null);

-- Whom it was sent to: written down by a job, that the register names also those who leave. One of account and child.
create table notice_receiver (
  notice_id uuid not null references notice (id),
  account_id uuid references account (id),
  child_id uuid references child (id),
  unit_id uuid not null generated always as (coalesce(child_id, account_id)) stored,
  asked_at timestamptz(3) not null default now(),
  -- It is not for them any more.
  left_at timestamptz(3),
  reminded_at timestamptz(3),
  primary key (notice_id, unit_id),
  check (num_nonnulls(account_id, child_id) = 1)
);

-- In which of the groups it is for each of them is: progress by group, and what a teacher sees of a larger circle.
create view notice_receiver_group as
  select r.notice_id, r.unit_id, gm.group_id
  from notice_receiver r
  join notice n on n.id = r.notice_id
  join group_member gm on gm.account_id = r.account_id
  join "group" g on g.id = gm.group_id and g.organization_id = n.organization_id
  where n.audience = 'groups' and g.id = any(n.group_ids)
    or n.audience <> 'groups' and (g.kind = 'staff' or gm.side = 'parents')
  union all
  select r.notice_id, r.unit_id, gc.group_id
  from notice_receiver r
  join notice n on n.id = r.notice_id
  join group_child gc on gc.child_id = r.child_id and gc.until_at is null
  join "group" g on g.id = gc.group_id and g.archived_at is null
  where n.audience <> 'groups' or g.id = any(n.group_ids);

create table notice_answer (
  notice_id uuid not null,
  version integer not null,
  unit_id uuid not null,
  choice smallint not null,
  rev integer not null default 1,
  answered_by uuid not null references account (id),
  is_on_paper boolean not null default false,
  answered_at timestamptz(3) not null,
  primary key (notice_id, version, unit_id),
  -- Follows an account that becomes another one.
  foreign key (notice_id, unit_id) references notice_receiver (notice_id, unit_id) on update cascade
);

-- What goes out by letter besides, once to each address and wave (the sending, a reminder).
create table notice_letter (
  notice_id uuid not null references notice (id),
  wave text not null,
  address text not null,
  kind text not null check (kind in ('sent', 'reminder')),
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed')),
  attempts integer not null default 0,
  due_at timestamptz(3) not null,
  primary key (notice_id, wave, address)
);
-- What is left to send of one notice.
create index notice_letter_left on notice_letter (notice_id, due_at) where state in ('waiting', 'sending');
