import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { accountId, callId, chatId, guestId, participantId } from './ids.ts'
import { callOutcome } from './messages.ts'

/** How long a call rings for whoever doesn't answer. A direct one then ends as missed. */
export const RING_MS = 45_000

/** What this reader may do in a call, decided by the server. */
export const callAbilities = z.object({
  join: z.boolean(),
  end: z.boolean(),
  mute: z.boolean(),
  remove: z.boolean(),
  seeAttendance: z.boolean(),
  letIn: z.boolean(),
  /** Has it recorded, where this machine can. */
  record: z.boolean(),
})
export type CallAbilities = z.infer<typeof callAbilities>

/** A call as one reader sees it. Its id is also the name of the room at LiveKit. */
export const call = z.object({
  id: callId,
  chatId,
  chatKind: z.enum(['direct', 'group']),
  /** The chat's title as this reader knows it. */
  title: z.string(),
  /** `ringing`: a direct call that the other side has not answered yet. */
  state: z.enum(['ringing', 'active', 'ended']),
  /** Since when they talk; of a call that nobody has answered, since when it rings. */
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Why it ended; null while it goes on. */
  outcome: callOutcome.nullable(),
  startedBy: z.object({ accountId, name: z.string(), label: z.string() }),
  /** People in it right now, and all who have been in it so far. */
  present: z.int().nonnegative(),
  participants: z.int().nonnegative(),
  /**
   * Whether this reader's devices ring: a direct call aloud, a group's softly; in quiet hours a direct one is shown
   * without a sound, and a group's only in its chat. `none` once any of them answered.
   */
  ring: z.enum(['loud', 'soft', 'silent', 'none']),
  ringUntil: z.iso.datetime(),
  /** Into its room: it stands open; there is a waiting room before it; the host let this reader not in. */
  door: z.enum(['open', 'waiting', 'turned-away']),
  /** How many wait before it, told to whoever lets people in. */
  waiting: z.int().nonnegative(),
  /** It is being recorded now: everybody sees so, before they come in. */
  isRecorded: z.boolean(),
  /** Removed for good: may not come back. */
  isRemoved: z.boolean(),
  abilities: callAbilities,
})
export type Call = z.infer<typeof call>

/** What everybody in the room is told at once, through LiveKit. */
export const callNews = z.object({ isRecorded: z.boolean() })
export type CallNews = z.infer<typeof callNews>

/** One stay in the call; a lost connection makes two of them. */
export const callVisit = z.object({ joinedAt: z.iso.datetime(), leftAt: z.iso.datetime().nullable() })

const attended = z.object({
  name: z.string(),
  isRemoved: z.boolean(),
  /** Whole time in the call, overlapping stays counted once. */
  seconds: z.int().nonnegative(),
  visits: z.array(callVisit),
})

export const attendance = z.object({
  callId,
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  people: z.array(attended.extend({ accountId, label: z.string() })),
  /** Who came by the link of a meeting. */
  guests: z.array(attended.extend({ id: guestId })),
})
export type Attendance = z.infer<typeof attendance>

const one = z.object({ callId })
const participant = z.object({ callId, participantId })

/** What can keep somebody out of a call. */
const joining = [
  'not-found',
  'forbidden',
  'chat-read-only',
  'call-ended',
  'removed-from-call',
  'waiting-room',
  'turned-away',
] as const

export const callEndpoints = {
  /** Calls going on in one's chats, the ringing ones among them. Refetched when `calls` goes stale. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/calls',
    access: 'account',
    response: z.object({ calls: z.array(call) }),
    problems: [],
  }),
  /** With the client's id: a retry starts nothing new. Where a call runs in this chat already, answers that one. */
  start: defineEndpoint({
    method: 'PUT',
    path: '/api/chats/:chatId/calls/:callId',
    access: 'account',
    params: z.object({ chatId, callId }),
    response: call,
    problems: ['not-found', 'forbidden', 'chat-read-only', 'call-id-taken', 'host-not-here', 'calls-unavailable'],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/calls/:callId',
    access: 'account',
    params: one,
    response: call,
    problems: ['not-found'],
  }),
  /** The way into the room: for the LiveKit client at `/rtc` of our own origin, good for minutes. Answers the ringing. */
  join: defineEndpoint({
    method: 'POST',
    path: '/api/calls/:callId/token',
    access: 'account',
    params: one,
    response: z.object({ token: z.string(), call }),
    problems: [...joining, 'calls-unavailable'],
  }),
  /** Stops the ringing on all devices of this account; ends a direct call that nobody has answered. */
  decline: defineEndpoint({
    method: 'PUT',
    path: '/api/calls/:callId/decline',
    access: 'account',
    params: one,
    response: call,
    problems: ['not-found'],
  }),
  /** Takes one's own participant out, whichever device it is on; ends a direct call. */
  leave: defineEndpoint({
    method: 'PUT',
    path: '/api/calls/:callId/leave',
    access: 'account',
    params: one,
    response: call,
    problems: ['not-found'],
  }),
  /** Switches another's microphone off; they may switch it on again. */
  mute: defineEndpoint({
    method: 'PUT',
    path: '/api/calls/:callId/participants/:participantId/mute',
    access: 'account',
    params: participant,
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'call-ended', 'calls-unavailable'],
  }),
  /** Out of this call for good; the chat stays theirs. */
  remove: defineEndpoint({
    method: 'DELETE',
    path: '/api/calls/:callId/participants/:participantId',
    access: 'account',
    params: participant,
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'call-ended'],
  }),
  /** For everybody. */
  end: defineEndpoint({
    method: 'PUT',
    path: '/api/calls/:callId/end',
    access: 'account',
    params: one,
    response: call,
    problems: ['not-found', 'forbidden'],
  }),
  attendance: defineEndpoint({
    method: 'GET',
    path: '/api/calls/:callId/attendance',
    access: 'account',
    params: one,
    response: attendance,
    problems: ['not-found', 'forbidden'],
  }),
} as const
