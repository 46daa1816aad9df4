-- As whom LiveKit knows somebody in one call: a guest who is in the room reads it, and must not know people again by it.
alter table call_person add column participant_id uuid;
-- Who is in a call while this is put in goes on being known as before.
update call_person cp
set participant_id = case when c.ended_at is null then cp.account_id else gen_random_uuid() end
from call c
where c.id = cp.call_id;
alter table call_person
  alter column participant_id set default gen_random_uuid(),
  alter column participant_id set not null;
-- LiveKit's news, and a host who mutes or removes somebody, name them by it.
create unique index call_person_by_participant on call_person (call_id, participant_id);
