-- Letters fetched by IMAP: how far each mailbox has been looked through, and how the last look went.
create table mailbox (
  -- `user@host/folder`.
  name text primary key,
  -- Where the server numbers its letters anew, this is another one, and `last_uid` means nothing.
  uid_validity text not null default '',
  -- Up to here all have been met; those left for later are still unread.
  last_uid bigint not null default 0,
  -- The last look that ended well.
  checked_at timestamptz(3),
  -- Since when, why and how often in a row it has not; null and 0 while all is well.
  failing_since timestamptz(3),
  reason text check (reason in ('wrong-password', 'unreachable', 'slow', 'certificate', 'no-folder', 'other')),
  failures integer not null default 0,
  next_at timestamptz(3)
);
