-- Two groups of one name are one too many for whoever has to choose; the archive may hold more.
create unique index group_name_once on "group" (organization_id, replace(lower(name), 'ё', 'е')) where archived_at is null;

-- What was done to one thing, newest first (ids are in the order of time): who changed the card.
create index audit_entry_by_subject on audit_entry (subject_id, action, id desc);

-- The teachers of a group now.
create index group_teacher_by_group on group_teacher (group_id) where until_at is null;
