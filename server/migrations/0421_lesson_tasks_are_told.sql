-- When the teachers of a lesson were last told by letter that works have come: not of each one of a whole group.
alter table lesson_task add column works_told_at timestamptz(3);
-- What was given lately, for the families that have something to do.
create index lesson_task_by_day on lesson_task (set_at);
-- What nobody has looked at yet, for the teachers.
create index lesson_work_to_look_at on lesson_work (meeting_id) where state = 'handed';
