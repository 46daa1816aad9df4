-- Lines that came in without what could not be read in them, a phone number a digit short: named again afterwards.
alter table import add column doubtful integer[] not null default '{}';
