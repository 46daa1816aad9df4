/** What the journal knows of calls. */
export const callActions = [
  'call.ended',
  'call.guest-let-in',
  'call.guest-removed',
  'call.guest-turned-away',
  'call.participant-removed',
  'call.participant-turned-away',
  'call.started',
] as const
