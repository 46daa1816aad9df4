/** What the journal knows of calls and their recordings. */
export const callActions = [
  'call.ended',
  'call.guest-let-in',
  'call.guest-removed',
  'call.guest-turned-away',
  'call.participant-removed',
  'call.participant-turned-away',
  'call.started',
  'call-recording.deleted',
  'call-recording.expired',
  'call-recording.failed',
  'call-recording.finished',
  'call-recording.started',
  'call-recording.stopped',
] as const
