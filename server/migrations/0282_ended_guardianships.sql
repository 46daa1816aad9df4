-- Who was a child's guardian at the end of a period that is over: those that ended later, beside those that go on.
create index guardianship_ended on guardianship (organization_id, until_at) where until_at is not null;
