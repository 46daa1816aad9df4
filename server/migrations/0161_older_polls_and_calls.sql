-- A poll and a call lie on their message as one piece of JSON. What was written before polls could be closed, and before
-- a call said how it ended, lacks those words, and nothing that reads it should have to know.
update message set poll = poll || '{"closedAt": null}' where poll is not null and not poll ? 'closedAt';

update message
set call = call || jsonb_build_object('outcome', case when call ->> 'endedAt' is null then null else 'ended' end)
where call is not null and not call ? 'outcome';
