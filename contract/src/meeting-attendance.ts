import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { guestId, meetingGuestId, meetingId, meetingUnitId } from './ids.ts'
import { requiredText } from './notices.ts'

/** In the room; by the call; not at all. */
export const attended = z.enum(['room', 'call', 'no'])
export type Attended = z.infer<typeof attended>

export const MAX_GUEST_NAME = 200
export const MAX_GUESTS = 200

export const attendant = z.object({
  unitId: meetingUnitId,
  name: z.string(),
  label: z.string(),
  /** By hand where somebody ticked it, else by the call; null: nobody and nothing says that they were there. */
  attended: attended.nullable(),
  isByHand: z.boolean(),
  /** In its call, where they were in it. */
  cameAt: z.iso.datetime().nullable(),
  wentAt: z.iso.datetime().nullable(),
  seconds: z.int().nonnegative().nullable(),
})
export type Attendant = z.infer<typeof attendant>

export const meetingGuest = z.object({ id: meetingGuestId, name: z.string() })
export type MeetingGuest = z.infer<typeof meetingGuest>

/** Who came by the guest link: by the call, as everybody else in it. */
export const linkGuest = z.object({
  id: guestId,
  name: z.string(),
  cameAt: z.iso.datetime(),
  wentAt: z.iso.datetime(),
  seconds: z.int().nonnegative(),
})
export type LinkGuest = z.infer<typeof linkGuest>

export const attendanceCounts = z.object({ room: z.int(), call: z.int(), away: z.int() })

const one = z.object({ meetingId })
const marking = [
  'not-found',
  'forbidden',
  'invalid-request',
  'meeting-early',
  'meeting-cancelled',
  'protocol-signed',
] as const

/** Who was there: for those who look after the meeting, and nobody else. */
export const meetingAttendanceEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/attendance',
    access: 'account',
    params: one,
    query: z.object({
      who: z.enum(['here', 'away']).optional(),
      words: z.string().trim().max(100).optional(),
      after: meetingUnitId.optional(),
    }),
    response: z.object({
      people: z.array(attendant),
      next: meetingUnitId.nullable(),
      counts: attendanceCounts,
      guests: z.array(meetingGuest),
      linkGuests: z.array(linkGuest),
      /** From a quarter of an hour before it begins. */
      mayMark: z.boolean(),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  /** By hand; null: as the call has it. */
  mark: defineEndpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/attendance/:unitId',
    access: 'account',
    params: one.extend({ unitId: meetingUnitId }),
    body: z.strictObject({ mark: attended.nullable() }),
    response: z.object({}),
    problems: marking,
  }),
  /** Somebody who was there and is not on the list; the client chose the id, so a retry adds nobody twice. */
  saveGuest: defineEndpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/guests/:guestId',
    access: 'account',
    params: one.extend({ guestId: meetingGuestId }),
    body: z.strictObject({ name: requiredText(MAX_GUEST_NAME) }),
    response: meetingGuest,
    problems: [...marking, 'too-many-guests'],
  }),
  removeGuest: defineEndpoint({
    method: 'DELETE',
    path: '/api/meetings/:meetingId/guests/:guestId',
    access: 'account',
    params: one.extend({ guestId: meetingGuestId }),
    response: z.object({}),
    problems: marking,
  }),
  /** For the files: by name, who was there and how. */
  register: defineEndpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/attendance-register.:format',
    access: 'account',
    params: one.extend({ format: z.enum(['pdf', 'xlsx']) }),
    response: 'file',
    problems: ['not-found', 'forbidden'],
  }),
} as const
