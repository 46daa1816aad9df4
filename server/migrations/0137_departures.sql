-- Those of the staff who have left, the last one first: the list from which somebody is taken back.
create index membership_by_leaving on membership (organization_id, ended_at desc, id desc)
  where ended_at is not null and role in ('management', 'teacher');
-- The live links that somebody who leaves has made.
create index invitation_by_creator on invitation (created_by) where revoked_at is null;
