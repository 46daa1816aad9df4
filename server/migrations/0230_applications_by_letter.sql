-- A letter with the head's order attached begins an application (2.2). A sender's address proves nothing: what was read
-- from the letter waits behind a private link, which only a letter back to that address carries, until whoever opens it
-- has checked and submitted it. The order lies with `uploaded_order`, as the web form's does.
create table mailed_application (
  -- SHA-256 of the link's token, as in `application_link`.
  token_hash bytea primary key,
  -- As typed, nothing checked.
  form jsonb not null,
  -- Names of what else was attached.
  other_files text[] not null,
  at timestamptz(3) not null
);
-- What is tidied away.
create index mailed_application_by_time on mailed_application (at);

alter table incoming_letter
  drop constraint incoming_letter_outcome_check,
  add constraint incoming_letter_outcome_check check (outcome in (
    'ticket-begun', 'ticket-continued', 'application-begun',
    'automatic', 'loop', 'too-large', 'too-many', 'unreadable', 'unknown-address', 'empty')),
  -- Where it lay in a mailbox: folder's UIDVALIDITY and the letter's UID. Null for one that came by SMTP.
  add column mailbox_uid text;
-- Only what was taken has a fingerprint, whatever it became.
drop index incoming_letter_taken;
create unique index incoming_letter_taken on incoming_letter (fingerprint);
-- Whether this letter of the mailbox has been dealt with, also where it was refused.
create unique index incoming_letter_by_mailbox_uid on incoming_letter (mailbox_uid);
