/** What the journal knows of meetings. */
export const meetingActions = [
  'meeting.attendance-taken',
  'meeting.cancelled',
  'meeting.changed',
  'meeting.guest-link-made',
  'meeting.guest-link-revoked',
  'meeting.lessons-taken',
  'meeting.planned',
  'meeting.protocol-reopened',
  'meeting.protocol-signed',
  'meeting.task-set',
  'meeting.work-answered',
  'meeting.work-handed',
] as const
