import { roles, signedIn } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

const call = ({ callId }: Things) => ({ params: { callId } })
const parentIn = ({ callId, participantId }: Things) => ({ params: { callId, participantId } })
const members = ['teacher', 'parent'] as const

/** The call of the teacher in the group's chat. LiveKit isn't here: past the door some answer «unavailable». */
export const callRows = {
  list: { call: () => ({}), allowed: signedIn },
  start: {
    call: ({ chatId, unknownId }) => ({ params: { chatId, callId: unknownId } }),
    allowed: ['teacher'],
    forbidden: ['parent'],
  },
  get: { call, allowed: members },
  join: { call, allowed: members },
  decline: { call, allowed: members },
  leave: { call, allowed: members },
  mute: { call: parentIn, allowed: ['teacher'], forbidden: ['parent'] },
  remove: { call: parentIn, allowed: ['teacher'], forbidden: ['parent'] },
  end: { call, allowed: ['teacher'], forbidden: ['parent'] },
  attendance: { call, allowed: ['teacher'], forbidden: ['parent'] },
} as const satisfies Record<string, Row>

const ofHosts = { allowed: ['teacher'], forbidden: ['parent'] } as const
const meetingCall = ({ meetingCallId }: Things) => ({ params: { callId: meetingCallId } })
const guestIn = ({ meetingCallId, guestId }: Things) => ({ params: { callId: meetingCallId, guestId } })
const recordingIn = ({ callId, callRecordingId }: Things) => ({ params: { callId, recordingId: callRecordingId } })

/** One that is being finished. Nothing is recorded here: past the door one is told so. */
export const callRecordingRows = {
  list: { call, allowed: members },
  audience: { call, ...ofHosts },
  start: { call: ({ callId, unknownId }) => ({ params: { callId, recordingId: unknownId } }), ...ofHosts },
  stop: { call: recordingIn, ...ofHosts },
  remove: { call: recordingIn, ...ofHosts },
} as const satisfies Record<string, Row>

/** Of the call of a meeting with a waiting room: a guest is in it, and another one waits. */
export const waitingRoomRows = {
  wait: { call: meetingCall, allowed: members },
  list: { call: meetingCall, ...ofHosts },
  decide: {
    call: (things) => ({ ...meetingCall(things), body: { ids: [things.waitingGuestId], letIn: true } }),
    ...ofHosts,
  },
  muteGuest: { call: guestIn, ...ofHosts },
  removeGuest: { call: guestIn, ...ofHosts },
} as const satisfies Record<string, Row>

export const roomRows = {
  // Its door is LiveKit's signature, tried in `calls.test.ts`; this is no news at all, whoever brings it.
  webhook: { call: () => ({ body: '' }), allowed: roles },
} as const satisfies Record<string, Row>
