-- Lists of staff, brought in like those of children: each line becomes an invitation for one person.
alter table import add column kind text not null default 'children' check (kind in ('children', 'staff'));
alter table import add column made_invitations uuid[] not null default '{}';

-- Whom a staff invitation is for, and where to reach them, until they join.
create table invitee (
  invitation_id uuid primary key references invitation (id),
  name text not null,
  phone text not null default '',
  email text not null default ''
);

-- The groups that come with a staff invitation: who accepts it is attached to them.
create table invitation_group (
  invitation_id uuid not null references invitation (id),
  group_id uuid not null references "group" (id),
  duty text not null check (duty in ('lead', 'specialist')),
  primary key (invitation_id, group_id)
);
-- Whom is a group still waiting for? Asked before one is closed with its import.
create index invitation_group_by_group on invitation_group (group_id);
