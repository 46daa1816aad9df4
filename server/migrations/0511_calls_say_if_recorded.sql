-- What remains of a call in its chat says whether something of it was recorded: of none before these there is anything.
update message set call = call || '{"isRecorded": false}'::jsonb where call is not null and not call ? 'isRecorded';
