-- A building with its groups, a class with its halves: an order for the eye, by which nobody gains anything.
alter table "group" add column parent_id uuid references "group" (id) check (parent_id <> id);
-- What lies in a group: asked before it is archived.
create index group_by_parent on "group" (parent_id) where parent_id is not null;

-- Lists of groups come in like those of children and staff.
alter table import drop constraint import_kind_check;
alter table import add constraint import_kind_check check (kind in ('children', 'staff', 'groups'));
