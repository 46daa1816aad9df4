-- Of meetings that were over before attendance was written down, nobody knows any more who was expected: the calls tell who
-- was there, and today's invitees are not written down as missing.
insert into meeting_attendance (meeting_id, account_id, child_id, came_at, went_at, seconds)
select m.id, s.account_id, s.child_id, s.came_at, s.went_at, s.seconds
from meeting m cross join lateral meeting_stays(m.id, m.ends_at) s
where m.attendance_kept_at is null and m.cancelled_at is null
  and m.ends_at <= (select run_at from migration where name = '0330_meeting_attendance.sql')
on conflict do nothing;
update meeting set attendance_kept_at = ends_at
where attendance_kept_at is null and cancelled_at is null
  and ends_at <= (select run_at from migration where name = '0330_meeting_attendance.sql');
