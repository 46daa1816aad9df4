-- Whom something of the organization is for: who that is follows from the structure at the moment of asking. Begins at
-- the membership, so that asking about one person costs a few look-ups, however large the organization is.
create function audience_members(of_organization uuid, kind text, of_groups uuid[])
returns table (account_id uuid, membership_id uuid, since timestamptz) language sql stable as $$
  select m.account_id, m.id, m.created_at
  from membership m
  where m.organization_id = of_organization and m.ended_at is null
    and (kind = 'all'
      or kind = 'staff' and m.role in ('management', 'teacher')
      or kind = 'parents' and m.role = 'parent'
      or kind = 'groups' and exists (
        select from group_member g where g.membership_id = m.id and g.group_id = any(of_groups)))
$$;

-- What an organization says to all, to its staff, to parents, or to chosen groups. Nobody is subscribed by a row.
create table channel (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  title text not null,
  audience text not null check (audience in ('all', 'staff', 'parents', 'groups')),
  group_ids uuid[] not null default '{}' check ((group_ids <> '{}') = (audience = 'groups')),
  -- Of the newest published post. Its lock gives the channel one order of posts.
  last_seq integer not null default 0,
  created_at timestamptz(3) not null default now(),
  closed_at timestamptz(3)
);
-- The channels of an organization.
create index channel_by_organization on channel (organization_id);

create view channel_reader as
  select c.id as channel_id, r.account_id, r.membership_id, r.since
  from channel c
  cross join lateral audience_members(c.organization_id, c.audience, c.group_ids) r;

-- How far one has read, and whether one has muted it: made by the first of both. Never a row for a post and a reader.
create table channel_position (
  channel_id uuid not null references channel (id),
  account_id uuid not null references account (id),
  read_seq integer not null default 0,
  is_muted boolean not null default false,
  primary key (channel_id, account_id)
);

-- A deleted post keeps its row, so that its place and its id are not given away again, but nothing of what it said.
create table post (
  id uuid primary key,
  channel_id uuid not null references channel (id),
  state text not null check (state in ('draft', 'proposed', 'returned', 'scheduled', 'published', 'deleted')),
  seq integer check (state <> 'published' or seq is not null),
  rev integer not null default 1,
  text text not null,
  attachments jsonb not null default '[]',
  author_id uuid not null references account (id),
  -- With what it was returned to the author.
  word text not null default '',
  changed_at timestamptz(3) not null default now(),
  scheduled_at timestamptz(3) check ((scheduled_at is not null) = (state = 'scheduled')),
  published_at timestamptz(3),
  edited_at timestamptz(3),
  pinned_at timestamptz(3) check (pinned_at is null or state = 'published')
);
-- Paging through a channel, and counting what is unread.
create unique index post_by_seq on post (channel_id, seq) where seq is not null;
-- The few pinned ones, wherever they stand.
create index post_pinned on post (channel_id) where pinned_at is not null;
-- What is being worked on.
create index post_unpublished on post (channel_id) where state in ('draft', 'proposed', 'returned', 'scheduled');
-- Looking for words in any form.
create index post_by_words on post using gin (to_tsvector('russian', text)) where state = 'published';

-- Which post refers to a file: the right to read it follows from that.
create table post_file (
  file_id uuid primary key references file (id),
  post_id uuid not null references post (id)
);
-- The files of a post that is changed or deleted.
create index post_file_by_post on post_file (post_id);
