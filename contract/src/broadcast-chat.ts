import { z } from 'zod'
import { broadcast } from './broadcasts.ts'
import { defineEndpoint } from './endpoint.ts'
import { broadcastId, broadcastMessageId } from './ids.ts'
import { MAX_SEQ } from './messages.ts'

export const MAX_BROADCAST_MESSAGE = 300
export const BROADCAST_CHAT_PAGE = 100
/** A screen that is on for an hour keeps so many; earlier ones are asked for. */
const MOST_SHOWN = 300

/** Beside the picture, to all who look on. */
export const broadcastMessage = z.object({
  id: broadcastMessageId,
  seq: z.int().positive(),
  author: z.object({ name: z.string(), label: z.string() }),
  text: z.string(),
  saidAt: z.iso.datetime(),
  isOwn: z.boolean(),
  /** Only for those who run it. */
  isMuted: z.boolean(),
})
export type BroadcastMessage = z.infer<typeof broadcastMessage>

/** One change, as LiveKit carries it to everybody in the room at once: no screen has to ask for it. */
export const broadcastChatEvent = z.object({
  rev: z.int().positive(),
  said: broadcastMessage.omit({ isOwn: true, isMuted: true }).optional(),
  removed: broadcastMessageId.optional(),
})
export type BroadcastChatEvent = z.infer<typeof broadcastChatEvent>
/** What came together goes together. */
export const broadcastChatFrame = z.object({ events: z.array(broadcastChatEvent) })

const page = z.object({
  /** In the order of saying. */
  messages: z.array(broadcastMessage),
  previous: z.int().positive().nullable(),
  rev: z.int().nonnegative(),
})
export type BroadcastChat = z.infer<typeof page>

/** `later`: what has been heard beyond `rev`, with something missing before it. */
export type HeardChat = BroadcastChat & { readonly later: readonly number[] }

/** What a screen shows after one more change; hearing it again, or in another order, makes no difference. */
export function afterChatEvent(chat: HeardChat, { rev, said, removed }: BroadcastChatEvent): HeardChat {
  const isKnown = rev <= chat.rev || chat.later.includes(rev)
  const heard = isKnown ? chat : hear(chat, rev)
  if (removed) return { ...heard, messages: heard.messages.filter(({ id }) => id !== removed) }
  if (!said || isKnown || heard.messages.some(({ id }) => id === said.id)) return heard
  const message = { ...said, isOwn: false, isMuted: false }
  const messages = [...heard.messages, message].sort((one, other) => one.seq - other.seq)
  const [first, ...shown] = messages
  if (!first || messages.length <= MOST_SHOWN) return { ...heard, messages }
  return { ...heard, messages: shown, previous: shown[0]?.seq ?? heard.previous }
}

function hear(chat: HeardChat, rev: number): HeardChat {
  const later = [...chat.later, rev].sort((one, other) => one - other)
  let whole = chat.rev
  while (later[0] === whole + 1) whole = later.shift() ?? whole
  return { ...chat, rev: whole, later }
}

const params = z.object({ broadcastId })
const one = z.object({ broadcastId, broadcastMessageId })

export const broadcastChatEndpoints = {
  /** The newest page. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/broadcasts/:broadcastId/chat',
    access: 'account',
    params,
    query: z.object({ before: z.coerce.number().int().positive().max(MAX_SEQ).optional() }),
    response: page,
    problems: ['not-found'],
  }),
  /** The client chose the id: a retry says nothing twice. */
  say: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/chat/:broadcastMessageId',
    access: 'account',
    params: one,
    body: z.strictObject({
      text: z
        .string()
        .trim()
        .max(MAX_BROADCAST_MESSAGE)
        .refine((text) => text !== '', { params: { code: 'required' } }),
    }),
    response: broadcastMessage,
    problems: [
      'not-found',
      'invalid-request',
      'broadcast-not-live',
      'broadcast-without-chat',
      'muted-in-broadcast',
      'too-many-requests',
    ],
  }),
  /** One's own, or anybody's by those who run it. */
  remove: defineEndpoint({
    method: 'DELETE',
    path: '/api/broadcasts/:broadcastId/chat/:broadcastMessageId',
    access: 'account',
    params: one,
    response: z.object({}),
    problems: ['not-found', 'forbidden'],
  }),
  /** Whether whoever wrote this may go on writing in this broadcast. */
  setMuted: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/chat/:broadcastMessageId/muted',
    access: 'account',
    params: one,
    body: z.strictObject({ isMuted: z.boolean() }),
    response: z.object({}),
    problems: ['not-found', 'forbidden'],
  }),
  /** On or off, before and while it is live. */
  setOn: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/chat',
    access: 'account',
    params,
    body: z.strictObject({ isOn: z.boolean() }),
    response: broadcast,
    problems: ['not-found', 'forbidden', 'broadcast-over', 'broadcast-cancelled'],
  }),
} as const
