-- Those who have left, the last one first: the list from which a child is brought back.
create index child_by_leaving on child (organization_id, left_at desc, id desc) where left_at is not null;
