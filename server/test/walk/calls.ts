import { roles, signedIn } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

const call = ({ callId }: Things) => ({ params: { callId } })
const parentIn = ({ callId, people }: Things) => ({ params: { callId, accountId: people.parent.accountId } })
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

const guestIn = ({ callId, unknownId }: Things) => ({ params: { callId, guestId: unknownId } })

/** Of a call without a waiting room: its door stands open. Nobody waits, and no guest is in it, whom even hosts don't find. */
export const waitingRoomRows = {
  wait: { call, allowed: members },
  list: { call, allowed: ['teacher'], forbidden: ['parent'] },
  decide: {
    call: (things) => ({ ...call(things), body: { ids: [things.people.parent.accountId], letIn: true } }),
    allowed: ['teacher'],
    forbidden: ['parent'],
  },
  muteGuest: { call: guestIn, allowed: [], forbidden: ['parent'] },
  removeGuest: { call: guestIn, allowed: [], forbidden: ['parent'] },
} as const satisfies Record<string, Row>

export const roomRows = {
  // Its door is LiveKit's signature, tried in `calls.test.ts`; this is no news at all, whoever brings it.
  webhook: { call: () => ({ body: '' }), allowed: roles },
} as const satisfies Record<string, Row>
