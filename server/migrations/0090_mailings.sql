-- Invitations that are sent: a mailing each time somebody presses «Отправить», a delivery for each address.
create table mailing (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  -- Null when it is not about one group.
  group_id uuid references "group" (id),
  purpose text not null check (purpose in ('invite', 'remind')),
  created_at timestamptz(3) not null default now(),
  created_by uuid not null references account (id),
  stopped_at timestamptz(3)
);
-- The mailings of an organization, newest first.
create index mailing_by_organization on mailing (organization_id, created_at desc, id desc);
-- How much one person has sent today.
create index mailing_by_creator on mailing (created_by, created_at);

create table invitation_delivery (
  mailing_id uuid not null references mailing (id),
  place integer not null,
  invitation_id uuid not null references invitation (id),
  way text not null check (way in ('email', 'sms')),
  -- Emptied once nobody needs it any more.
  address text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'stopped')),
  reason text not null default '',
  attempts integer not null default 0,
  due_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  primary key (mailing_id, place)
);
-- What is left to do of a mailing, in order.
create index invitation_delivery_left on invitation_delivery (mailing_id, due_at, place) where state in ('waiting', 'sending');
-- Where an invitation went; whether it went there lately.
create index invitation_delivery_by_invitation on invitation_delivery (invitation_id, changed_at desc);
-- How often one address was written to lately, by whichever organization.
create index invitation_delivery_by_address on invitation_delivery (address, changed_at) where address <> '';
