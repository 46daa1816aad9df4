-- Who came in by which link, and when: a log, like the journal. Nothing in it is changed or taken out.
create trigger invitation_use_is_append_only before update or delete on invitation_use
  for each row execute function refuse_change();
create trigger invitation_use_is_not_truncated before truncate on invitation_use
  for each statement execute function refuse_change();
