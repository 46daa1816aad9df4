-- An incident of personal data (152-ФЗ, ст. 21 ч. 3.1): what happened, who has been told of it and when. Of an
-- organization, or of the installation, which its operator answers for.
create table incident (
  id uuid primary key,
  organization_id uuid references organization (id),
  -- The terms of 24 and 72 hours begin here.
  noticed_at timestamptz(3) not null,
  happened text not null,
  data text not null,
  people text not null,
  cause text not null,
  harm text not null,
  measures text not null,
  contact text not null,
  culprits text not null,
  notified_at timestamptz(3),
  reported_at timestamptz(3),
  result text not null default '',
  closed_at timestamptz(3) check (closed_at is null or result <> ''),
  rev integer not null default 1,
  entered_by uuid not null references account (id),
  created_at timestamptz(3) not null
);
-- Those of an organization, or of the installation, newest first.
create index incident_by_organization on incident (organization_id, noticed_at desc, id desc);
