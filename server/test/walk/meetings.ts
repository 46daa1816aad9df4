import { randomUUID } from 'node:crypto'
import { parentsMeetingOf } from './meeting-things.ts'
import { office, roles, signedIn } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

const meeting = ({ meetingId }: Things) => ({ params: { meetingId } })
const owners = [...office, 'teacher'] as const
const ofOwners = { allowed: owners, forbidden: ['parent'] } as const
const insiders = [...owners, 'unconfirmed', 'parent'] as const
const december = { from: '2126-12-01T00:00:00Z', until: '2126-12-31T00:00:00Z' }

export const meetingRows = {
  list: {
    call: ({ organizationId }) => ({ params: { organizationId }, query: december }),
    allowed: insiders,
  },
  rights: { call: ({ organizationId }) => ({ params: { organizationId } }), allowed: insiders },
  next: { call: () => ({}), allowed: signedIn },
  get: { call: meeting, allowed: [...owners, 'parent'] },
  plan: {
    call: ({ organizationId, groupId }) => ({
      params: { organizationId, meetingId: randomUUID() },
      body: parentsMeetingOf(groupId),
    }),
    allowed: owners,
    forbidden: ['unconfirmed', 'parent'],
  },
  answer: {
    call: (things) => ({ ...meeting(things), body: { answer: 'yes', startsAt: things.meetingStartsAt } }),
    allowed: ['parent'],
    forbidden: owners,
  },
  enter: { call: meeting, allowed: ['teacher', 'parent'], forbidden: office },
  invitees: { call: meeting, ...ofOwners },
  file: { call: meeting, allowed: [...owners, 'parent'] },
  cancel: { call: (things) => ({ ...meeting(things), body: { word: 'Карантин' } }), ...ofOwners },
} as const satisfies Record<string, Row>

/** Who is there is ticked from shortly before it begins: these are past the door, and come too early. */
const oneOf = (things: Things) => ({ meetingId: things.meetingId, unitId: things.people.parent.accountId })
const guest = ({ meetingId, unknownId }: Things) => ({ params: { meetingId, guestId: unknownId } })
export const meetingAttendanceRows = {
  list: { call: meeting, ...ofOwners },
  mark: { call: (things) => ({ params: oneOf(things), body: { mark: 'room' } }), ...ofOwners },
  saveGuest: { call: (things) => ({ ...guest(things), body: { name: 'Бабушка Вани' } }), ...ofOwners },
  removeGuest: { call: guest, ...ofOwners },
  register: { call: ({ meetingId }) => ({ params: { meetingId, format: 'xlsx' } }), ...ofOwners },
} as const satisfies Record<string, Row>

const wording = { number: '1', chair: '', secretary: '', items: [], rev: 0 }
export const meetingProtocolRows = {
  get: { call: meeting, ...ofOwners },
  write: { call: (things) => ({ ...meeting(things), body: wording }), ...ofOwners },
  sign: { call: (things) => ({ ...meeting(things), body: { rev: 1 } }), ...ofOwners },
  reopen: { call: meeting, ...ofOwners },
  paper: { call: ({ meetingId }) => ({ params: { meetingId, format: 'docx' } }), ...ofOwners },
} as const satisfies Record<string, Row>

const ofYear = ({ organizationId }: Things) => ({ params: { organizationId }, query: { year: '2026' } })
const ofTeachers = { allowed: owners, forbidden: ['unconfirmed', 'parent'] } as const
export const lessonRows = {
  programmes: { call: ofYear, ...ofTeachers },
  list: { call: ofYear, ...ofTeachers },
  register: {
    call: (things) => ({ ...ofYear(things), params: { organizationId: things.organizationId, format: 'xlsx' } }),
    ...ofTeachers,
  },
} as const satisfies Record<string, Row>

const lessonOf = ({ lessonId }: Things) => ({ params: { meetingId: lessonId } })
const workOf = ({ lessonId, childId }: Things) => ({ params: { meetingId: lessonId, childId } })
export const lessonTaskRows = {
  open: { call: ({ organizationId }) => ({ params: { organizationId } }), allowed: insiders },
  get: { call: lessonOf, allowed: [...owners, 'parent'] },
  set: { call: (things) => ({ ...lessonOf(things), body: { text: 'Слепить снегиря', rev: 1 } }), ...ofOwners },
  hand: {
    call: (things) => ({ ...workOf(things), body: { text: 'Вот', rev: 1 } }),
    allowed: ['parent'],
    forbidden: owners,
  },
  answer: { call: (things) => ({ ...workOf(things), body: { state: 'accepted', rev: 1 } }), ...ofOwners },
} as const satisfies Record<string, Row>

export const guestLinkRows = {
  get: { call: meeting, ...ofOwners },
  save: { call: (things) => ({ ...meeting(things), body: { maxGuests: 3 } }), ...ofOwners },
  revoke: { call: meeting, ...ofOwners },
} as const satisfies Record<string, Row>

/** Whoever holds the link, or the key of a guest who was let in; what else that opens is asked in guests.test.ts: nothing. */
const key = ({ guestKey }: Things) => ({ params: { key: guestKey } })
export const guestRows = {
  open: { call: ({ guestToken }) => ({ params: { token: guestToken } }), allowed: roles },
  ask: {
    call: ({ guestToken, guestKey }) => ({ params: { token: guestToken, key: guestKey }, body: { name: 'Анна' } }),
    allowed: roles,
  },
  get: { call: key, allowed: roles },
  join: { call: key, allowed: roles },
  comeBack: { call: key, allowed: roles },
  leave: { call: key, allowed: roles },
} as const satisfies Record<string, Row>

/** One’s own, whoever one is. */
export const calendarFeedRows = {
  get: { call: () => ({}), allowed: signedIn },
  make: { call: () => ({}), allowed: signedIn },
  revoke: { call: () => ({}), allowed: signedIn },
  // Nobody knows an address that nobody made: meetings-calendar.test.ts.
  read: { call: () => ({ params: { token: 'unknown.ics' } }), allowed: [] },
} as const satisfies Record<string, Row>
