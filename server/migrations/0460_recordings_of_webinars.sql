-- Of a webinar, which belongs to no organization.
alter table recording alter column organization_id drop not null;
