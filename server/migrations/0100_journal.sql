-- The journal of an organization, read: by pages newest first, of one person, of one kind of acts.
drop index audit_entry_by_organization;
-- Many rows of one transaction share a moment; the id puts them in order.
create index audit_entry_by_organization on audit_entry (organization_id, at desc, id desc);
-- What one person did.
create index audit_entry_by_author on audit_entry (organization_id, account_id, at desc, id desc);
-- One kind of acts: «invitation.created» begins with its kind.
create index audit_entry_by_kind on audit_entry (organization_id, split_part(action, '.', 1), at desc, id desc);
-- What was done to one person by way of something else: attached to a group, let in by an invitation.
create index audit_entry_by_member on audit_entry ((details ->> 'membershipId'))
  where details ->> 'membershipId' is not null;
