import { z } from 'zod'
import { call } from './calls.ts'
import { defineEndpoint } from './endpoint.ts'
import { callId, guestId, participantId, waitingId } from './ids.ts'

/** How often a waiting screen is heard of; who is silent for three times as long waits no more. */
export const WAITING_BEAT_MS = 10_000

/** Somebody before a call that the host lets people into. */
export const waitingPerson = z.object({
  id: waitingId,
  isGuest: z.boolean(),
  name: z.string(),
  label: z.string(),
  isConfirmed: z.boolean(),
  since: z.iso.datetime(),
  isTurnedAway: z.boolean(),
})
export type WaitingPerson = z.infer<typeof waitingPerson>

/** Of more at once is decided in portions. */
export const MAX_DECIDED_AT_ONCE = 500
const one = z.object({ callId })
const hosting = ['not-found', 'forbidden', 'call-ended'] as const
const guestIn = z.object({ callId, guestId })

export const waitingRoomEndpoints = {
  /** I am here and wait; said again and again for as long as the screen is open. */
  wait: defineEndpoint({
    method: 'PUT',
    path: '/api/calls/:callId/waiting',
    access: 'account',
    params: one,
    response: call,
    problems: ['not-found', 'forbidden', 'chat-read-only', 'call-ended', 'removed-from-call'],
  }),
  /** Who is before the door, for those who let people in; in order of coming. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/calls/:callId/waiting',
    access: 'account',
    params: one,
    response: z.object({ people: z.array(waitingPerson) }),
    problems: hosting,
  }),
  /**
   * Those that were seen on the screen, and nobody who has come since. Whoever was turned away may be let in after all.
   * Guests come in until their link is full, in order of coming; `noPlace` of them go on waiting.
   */
  decide: defineEndpoint({
    method: 'PUT',
    path: '/api/calls/:callId/waiting/decision',
    access: 'account',
    params: one,
    body: z.strictObject({ ids: z.array(waitingId).min(1).max(MAX_DECIDED_AT_ONCE), letIn: z.boolean() }),
    response: z.object({ people: z.array(waitingPerson), noPlace: z.int().nonnegative() }),
    problems: [...hosting, 'invalid-request'],
  }),
  muteGuest: defineEndpoint({
    method: 'PUT',
    path: '/api/calls/:callId/guests/:guestId/mute',
    access: 'account',
    params: guestIn,
    response: z.object({}),
    problems: [...hosting, 'calls-unavailable'],
  }),
  /**
   * Out for good. Nobody knows a guest again who comes by the same link under another name, so the link closes, too; who
   * waits by it goes on waiting.
   */
  removeGuest: defineEndpoint({
    method: 'DELETE',
    path: '/api/calls/:callId/guests/:guestId',
    access: 'account',
    params: guestIn,
    response: z.object({}),
    problems: hosting,
  }),
} as const

/** At LiveKit a guest is called so, and nobody else can be: people are named by a bare id that they have in this call. */
const GUEST = 'guest-'
export const guestIdentity = (id: string): string => `${GUEST}${id}`

/** Who stands behind a name at LiveKit. */
export function readIdentity(identity: string) {
  if (identity.startsWith(GUEST)) return { guestId: guestId.safeParse(identity.slice(GUEST.length)).data ?? null }
  return { participantId: participantId.safeParse(identity).data ?? null }
}
