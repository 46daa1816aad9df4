-- Links that ended long ago leave the list by themselves. The row stays: whoever opens an old link is told that it has
-- expired, and the log of who came in by it goes on pointing to it.
alter table invitation add column tidied_at timestamptz(3);
-- The list of an organization, newest first: what has been tidied away is not looked at again.
create index invitation_listed on invitation (organization_id, created_at desc, id desc) where tidied_at is null;
-- What has ended and waits to be tidied away (`least` passes over null).
create index invitation_to_tidy on invitation (least(expires_at, revoked_at)) where tidied_at is null;
