/** What the journal knows of meetings. */
export const meetingActions = [
  'meeting.attendance-taken',
  'meeting.cancelled',
  'meeting.changed',
  'meeting.lessons-taken',
  'meeting.planned',
  'meeting.protocol-reopened',
  'meeting.protocol-signed',
] as const
