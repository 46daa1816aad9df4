-- Somebody from outside leads the lesson, who has no account here: whoever planned it looks after it all the same.
alter table meeting add column led_by text not null default '';
alter table meeting add constraint meeting_led_by check (led_by = '' or programme is not null);
