import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { guestId, meetingId } from './ids.ts'

export const MAX_LINK_GUESTS = 50
export const MAX_NAME_OF_GUEST = 60

/** The link of a meeting for somebody who has no account here: a speaker, a methodologist. */
export const guestLink = z.object({
  url: z.url(),
  maxGuests: z.int().positive(),
  /** So many were let in by it. */
  used: z.int().nonnegative(),
  until: z.iso.datetime(),
})
export type GuestLink = z.infer<typeof guestLink>

const one = z.object({ meetingId })
const owning = ['not-found', 'forbidden', 'meeting-over', 'meeting-cancelled'] as const

/** For those who look after the meeting. */
export const guestLinkEndpoints = {
  get: defineEndpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/guest-link',
    access: 'account',
    params: one,
    response: z.object({
      link: guestLink.nullable(),
      /** Somebody waits by one that was closed when another guest was removed: closing sends them away, too. */
      hasWaiting: z.boolean(),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Makes it, or lets more or fewer come by the one there is. */
  save: defineEndpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/guest-link',
    access: 'account',
    params: one,
    body: z.strictObject({ maxGuests: z.int().min(1).max(MAX_LINK_GUESTS) }),
    response: guestLink,
    problems: [...owning, 'invalid-request'],
  }),
  /** Who waits by it is sent away; who was let in stays. */
  revoke: defineEndpoint({
    method: 'DELETE',
    path: '/api/meetings/:meetingId/guest-link',
    access: 'account',
    params: one,
    response: z.object({}),
    problems: ['not-found', 'forbidden'],
  }),
} as const

/** What anybody who holds the link may know of the meeting: nobody's name is among it. */
export const guestMeeting = z.object({
  title: z.string(),
  isLesson: z.boolean(),
  organization: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** By the clock of the organization. */
  timeZone: z.string(),
})
export type GuestMeeting = z.infer<typeof guestMeeting>

/** `left`: has gone and waits no more, until they say that they are back. */
export const guestState = z.enum(['waiting', 'let-in', 'turned-away', 'left', 'removed', 'over'])
export type GuestState = z.infer<typeof guestState>

/** How a guest stands; `isGoingOn`: somebody has begun the call. */
export const guestView = z.object({
  id: guestId,
  name: z.string(),
  state: guestState,
  isGoingOn: z.boolean(),
  /** That call is being recorded now. */
  isRecorded: z.boolean(),
  /** Null to whoever has no way to it any more: what becomes of it is none of theirs. */
  meeting: guestMeeting.nullable(),
})
export type GuestView = z.infer<typeof guestView>

/** A letter at least, that can be seen; of marks above and below it no towers. */
const NAME = /^(?=.*\p{L})(?!.*\p{M}{4})(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N} .,'’()\-–—]*$/u

/** Letters of any script, and what stands between them in a name; no signs that turn or hide what is beside them. */
const givenName = z
  .string()
  .max(300)
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .refine((text) => text !== '', { params: { code: 'required' } })
  .refine((text) => text.length <= MAX_NAME_OF_GUEST, { params: { code: 'too-long' } })
  .refine((text) => text === '' || NAME.test(text), { params: { code: 'not-a-name' } })

const token = z.object({ token: z.string().max(64) })
/** Made by the guest's own browser, of 256 random bits. */
const key = z.string().regex(/^[\w-]{43}$/)
const held = z.object({ key })

/** Without an account: the link lets one ask, the key is good for this one meeting and for nothing else. */
export const guestEndpoints = {
  open: defineEndpoint({
    method: 'GET',
    path: '/api/guest-links/:token',
    access: 'public',
    params: token,
    response: guestMeeting.extend({
      /** From a quarter of an hour before it begins. */
      isOpen: z.boolean(),
    }),
    problems: ['not-found', 'guest-link-closed', 'too-many-requests'],
  }),
  /** Asks to be let in. With the browser's own key: a retry asks once. */
  ask: defineEndpoint({
    method: 'PUT',
    path: '/api/guest-links/:token/guests/:key',
    access: 'public',
    params: token.extend({ key }),
    body: z.strictObject({ name: givenName }),
    response: guestView,
    problems: [
      'not-found',
      'invalid-request',
      'guest-link-closed',
      'guest-link-full',
      'meeting-early',
      'too-many-guests',
      'too-many-requests',
    ],
  }),
  /** How one stands; from whoever waits also, that they are still here. */
  get: defineEndpoint({
    method: 'GET',
    path: '/api/guests/:key',
    access: 'public',
    params: held,
    response: guestView,
    problems: ['not-found', 'too-many-requests'],
  }),
  /** The way into the room, for whoever was let in. */
  join: defineEndpoint({
    method: 'POST',
    path: '/api/guests/:key/token',
    access: 'public',
    params: held,
    response: z.object({ token: z.string(), guest: guestView }),
    problems: [
      'not-found',
      'waiting-room',
      'turned-away',
      'removed-from-call',
      'call-ended',
      'calls-unavailable',
      'too-many-requests',
    ],
  }),
  /** Is here again after having gone, and waits if they have to. */
  comeBack: defineEndpoint({
    method: 'PUT',
    path: '/api/guests/:key/return',
    access: 'public',
    params: held,
    response: guestView,
    problems: ['not-found', 'too-many-requests'],
  }),
  /** Goes: waits no more, or hangs up. */
  leave: defineEndpoint({
    method: 'PUT',
    path: '/api/guests/:key/leave',
    access: 'public',
    params: held,
    response: z.object({}),
    problems: ['not-found', 'too-many-requests'],
  }),
} as const
