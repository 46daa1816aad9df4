-- A member says that a message should not be here; those who look after the chat decide. Nobody reads along: a report
-- opens the message and its neighbours to them, until it is decided.
create table message_report (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  message_id uuid not null references message (id) on delete cascade,
  reporter_id uuid not null references account (id),
  reason text not null check (reason in ('fraud', 'insult', 'personal-data', 'danger', 'other')),
  remark text not null default '',
  -- What it said then: whoever wrote it may take it back. Emptied when it is decided.
  said text not null default '',
  reported_at timestamptz(3) not null,
  -- Who of those who decide has opened it, for the journal: once each.
  opened_by uuid[] not null default '{}',
  verdict text check (verdict in ('dismissed', 'deleted')),
  word text not null default '',
  decided_by uuid references account (id),
  decided_at timestamptz(3),
  -- When the one who reported it has read what became of it.
  seen_at timestamptz(3),
  check ((verdict is null) = (decided_at is null)),
  check (verdict is null or said = ''),
  -- Once by each member; and all of one message, which are decided together.
  unique (message_id, reporter_id)
);
-- What waits in an organization, and what was decided.
create index message_report_open on message_report (organization_id, reported_at, id) where verdict is null;
create index message_report_decided on message_report (organization_id, decided_at desc, id desc) where verdict is not null;
-- One's own, and what of it is news.
create index message_report_by_reporter on message_report (reporter_id, reported_at desc, id desc);

-- Who decides: the group's confirmed teachers and the administrators; about administrators and the management the head;
-- about the head, or where there is none, the operator. It follows from what the author is now.
create view message_report_desk as
  select r.id as report_id,
    case
      when bool_or(m.is_head) then 'operator'
      when bool_or(m.is_admin or m.role = 'management') then case when exists (
        select from membership head
        where head.organization_id = r.organization_id and head.is_head and head.ended_at is null)
        then 'head' else 'operator' end
      else 'group'
    end as desk
  from message_report r
  join message on message.id = r.message_id
  left join membership m on m.account_id = message.author_id and m.organization_id = r.organization_id
    and m.ended_at is null
  group by r.id;
