-- Letters to the platform's support begin a ticket or go on with one. A sender's address proves nothing: whoever writes
-- without an account stays somebody who is answered by mail, and only the secret part of the address we answered from
-- leads into a ticket that is there.
alter table ticket
  alter column asker_id drop not null,
  -- In the address that answers go to: `help+<tag>@…`.
  add column tag text not null default replace(gen_random_uuid()::text, '-', ''),
  add check (asker_id is not null or email <> '');
create unique index ticket_by_tag on ticket (tag);

alter table ticket_entry
  -- Null for somebody who has no account.
  alter column author_id drop not null,
  add column is_by_mail boolean not null default false;

-- What has arrived and what became of it: nothing is lost in silence. Never what a letter says; gone after 90 days.
create table incoming_letter (
  id uuid primary key,
  at timestamptz(3) not null,
  sender text not null,
  recipient text not null,
  subject text not null,
  -- Bytes.
  size integer not null,
  outcome text not null check (outcome in (
    'ticket-begun', 'ticket-continued', 'automatic', 'loop', 'too-large', 'unreadable', 'unknown-address', 'empty')),
  ticket_id uuid references ticket (id),
  -- SHA-256 of sender and Message-ID: a mail server that has not heard our answer sends it again.
  fingerprint bytea
);
-- The operator's list, newest first, and what is tidied away.
create index incoming_letter_by_time on incoming_letter (at, id);
-- Whether it has been taken already.
create unique index incoming_letter_taken on incoming_letter (fingerprint) where ticket_id is not null;
