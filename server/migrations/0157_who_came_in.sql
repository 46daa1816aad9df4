-- By which invitation did these people come in? Asked when a list of invitations is searched by a name.
create index invitation_use_by_membership on invitation_use (membership_id);
