-- When somebody last came in by a link: the list is put in order by it. The log of who came in tells it only by looking
-- through all of its lines for each link.
alter table invitation add column last_used_at timestamptz(3);
update invitation set last_used_at = used.at
  from (select invitation_id, max(used_at) as at from invitation_use group by invitation_id) used
  where used.invitation_id = invitation.id;
-- The list of an organization by the end of the links, and by their last use (never is the oldest): a page is read from
-- where it begins, up or down. Newest first has `invitation_listed`. For whom they are stands in other tables, and may
-- change there: that order reads the links of the organization, which is all that `invitation_listed` holds of it.
create index invitation_by_end on invitation (organization_id, expires_at, id) where tidied_at is null;
create index invitation_by_use on invitation (organization_id, (coalesce(last_used_at, timestamptz '-infinity')), id)
  where tidied_at is null;
