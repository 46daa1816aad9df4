-- What became of letters that somebody waits for: answers to tickets, steps of applications. Never what they say nor to
-- whom they go: that is the ticket's or the application's.
create table outgoing_letter (
  id uuid primary key,
  -- The ticket or the application.
  about_id uuid not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  -- Why the last try did not reach; null while none has failed.
  reason text check (reason in ('refused', 'later', 'unreachable')),
  attempts integer not null default 0,
  at timestamptz(3) not null
);
-- The last one about something.
create index outgoing_letter_by_about on outgoing_letter (about_id, at desc, id desc);
-- What is tidied away.
create index outgoing_letter_by_time on outgoing_letter (at);
