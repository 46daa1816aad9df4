-- Chats, who is in them, and what was said. The chat row's lock gives each chat one order of changes.

-- Whom a person may open a direct chat with: the rights table of the product as rows. `contactPolicy` says the
-- same in code, and a test compares them.
create view contact as
select a.organization_id, a.account_id as from_account_id, a.id as from_membership_id,
  b.account_id as to_account_id, b.id as to_membership_id
from membership a
join organization o on o.id = a.organization_id
join membership b on b.organization_id = a.organization_id and b.account_id <> a.account_id
where a.ended_at is null and b.ended_at is null and (
  a.is_admin or a.role = 'management'
  or (a.role = 'teacher' and b.role in ('management', 'teacher'))
  or (a.role = 'parent' and b.is_admin)
  or ((a.role = 'teacher' and b.role = 'parent'
      or a.role in ('parent', 'student') and b.role in ('teacher', 'management')
      or a.role = 'parent' and b.role = 'parent' and o.may_parents_write_each_other)
    and exists (
      select from group_member x join group_member y on y.group_id = x.group_id
      where x.membership_id = a.id and y.membership_id = b.id)));

create table chat (
  id uuid primary key,
  -- Null for «Избранное», which belongs to the account.
  organization_id uuid references organization (id),
  kind text not null check (kind in ('direct', 'group', 'saved')),
  state text not null default 'open' check (state in ('open', 'read-only')),
  -- Members follow this group by themselves.
  bound_to text check (bound_to in ('staff', 'group')),
  bound_group_id uuid unique references "group" (id),
  -- Of a group chat with members chosen by people; a bound one is called like its group.
  title text not null default '',
  -- The two of a direct chat, lower id first; the owner of «Избранное».
  first_account_id uuid references account (id),
  second_account_id uuid references account (id),
  who_may_write text not null default 'all' check (who_may_write in ('all', 'staff', 'nobody')),
  newcomers_see text not null default 'all' check (newcomers_see in ('all', 'from-joining')),
  may_members_call boolean not null default false,
  last_seq integer not null default 0,
  rev integer not null default 0,
  -- Whoever holds less than this starts afresh: rows from before were really deleted.
  floor_rev integer not null default 0,
  -- Raised by every change of what a verdict follows from: members, their roles, kind, state, settings.
  audience_version integer not null default 1,
  -- Rounded down to ten seconds, so that nearly all updates leave the index alone and stay HOT.
  changed_at timestamptz(3) not null default date_bin('10 s', now(), 'epoch'),
  check ((organization_id is null) = (kind = 'saved')),
  check ((bound_to is null) = (bound_group_id is null)),
  check (bound_to is null or kind = 'group'),
  check ((kind = 'direct') = (second_account_id is not null)),
  check ((kind = 'group') = (first_account_id is null)),
  check (first_account_id < second_account_id)
) with (fillfactor = 50);
-- The repair sweep: which chats changed lately.
create index chat_by_change on chat (changed_at);
-- One direct chat for two people of an organization; all of an organization when its structure changes.
create unique index chat_direct_once on chat (organization_id, first_account_id, second_account_id) where kind = 'direct';
create unique index chat_saved_once on chat (first_account_id) where kind = 'saved';

create table chat_member (
  chat_id uuid not null references chat (id) on delete cascade,
  account_id uuid not null references account (id),
  -- As whom they speak here; null in «Избранное».
  membership_id uuid references membership (id),
  role text not null check (role in ('member', 'moderator')),
  -- Whether any of their memberships here is one of staff.
  is_staff boolean not null default false,
  -- Came in by themselves as the management: the structure doesn't take them out while they are management.
  has_entered boolean not null default false,
  -- What was said before is not theirs to see.
  visible_from_seq integer not null default 1,
  -- The chat's revision when they came: whoever holds less was in it before, and starts afresh.
  joined_rev integer not null default 0,
  read_seq integer not null default 0,
  is_muted boolean not null default false,
  joined_at timestamptz(3) not null default now(),
  primary key (chat_id, account_id)
) with (fillfactor = 70);
-- The chat list of one account.
create index chat_member_by_account on chat_member (account_id);

create table message (
  id uuid primary key,
  chat_id uuid not null references chat (id) on delete cascade,
  seq integer not null,
  rev integer not null,
  kind text not null default 'text'
    check (kind in ('text', 'poll', 'call', 'member-entered', 'members-joined', 'members-left')),
  author_id uuid not null,
  membership_id uuid,
  subject_ids uuid[] not null default '{}',
  text text not null,
  reply_to_id uuid,
  -- On the row, so that a message is read and sent as one piece: files, the poll with its counts, the call.
  attachments jsonb not null default '[]',
  poll jsonb,
  call jsonb,
  sent_at timestamptz(3) not null default now(),
  edited_at timestamptz(3),
  deleted_at timestamptz(3),
  -- Emoji to the accounts that chose it.
  reactions jsonb not null default '{}'
);
-- Paging through history, and counting what is unread.
create unique index message_by_seq on message (chat_id, seq);
-- What changed since a revision.
create unique index message_by_rev on message (chat_id, rev);

-- Which messages refer to a file: the right to read it follows from them.
create table message_file (
  file_id uuid not null references file (id),
  message_id uuid not null references message (id) on delete cascade,
  primary key (file_id, message_id)
);
-- The files of a message that is deleted.
create index message_file_by_message on message_file (message_id);

-- What a message said before it was edited: kept for reports, gone when it is deleted.
create table message_version (
  message_id uuid not null references message (id) on delete cascade,
  rev integer not null,
  text text not null,
  replaced_at timestamptz(3) not null default now(),
  primary key (message_id, rev)
);

create table poll_vote (
  message_id uuid not null references message (id) on delete cascade,
  account_id uuid not null references account (id),
  options integer[] not null check (cardinality(options) > 0),
  voted_at timestamptz(3) not null default now(),
  primary key (message_id, account_id)
);
