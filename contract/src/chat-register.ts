import { z } from 'zod'
import { audienceKind } from './audience.ts'
import { givenDay } from './day.ts'
import { defineEndpoint } from './endpoint.ts'
import { broadcastId, callId, chatId, meetingId, organizationId } from './ids.ts'
import { meetingKind } from './meetings.ts'

/** What a chat's members follow from: the staff, a group, a rule, or nobody but people. */
export const chatBinding = z.enum(['staff', 'group', 'rule', 'people'])
export type ChatBinding = z.infer<typeof chatBinding>

/** A chat as the register has it: that it exists, whose it is, whether it lives. Nothing of what is said in it. */
export const registeredChat = z.object({
  id: chatId,
  title: z.string(),
  binding: chatBinding,
  /** Empty where it follows the structure: nobody owns it. */
  owner: z.string(),
  members: z.int(),
  staff: z.int(),
  isOpen: z.boolean(),
  /** Null where nothing has been said yet. */
  lastAt: z.iso.datetime().nullable(),
})
export type RegisteredChat = z.infer<typeof registeredChat>

/** A remote event: with whom, and how long. */
export const registeredCall = z.object({
  id: callId,
  chatTitle: z.string(),
  startedBy: z.string(),
  startedAt: z.iso.datetime(),
  /** Null while it goes on. */
  minutes: z.int().nullable(),
  people: z.array(z.string()),
})
export type RegisteredCall = z.infer<typeof registeredCall>

/** Whom an event was for. A meeting of chats or single people is for none of the kinds. */
const registeredAudience = z.object({ kind: audienceKind.nullable(), groups: z.array(z.string()) })
export type RegisteredAudience = z.infer<typeof registeredAudience>

/** A meeting whose time has come; what is ahead is the calendar's. */
export const registeredMeeting = z.object({
  id: meetingId,
  title: z.string(),
  kind: meetingKind,
  organizer: z.string(),
  startsAt: z.iso.datetime(),
  /** As planned. */
  minutes: z.int(),
  audience: registeredAudience,
  isCancelled: z.boolean(),
  /** Who was in its call; of those in the room nothing is known here. */
  people: z.array(z.string()),
})
export type RegisteredMeeting = z.infer<typeof registeredMeeting>

export const registeredBroadcast = z.object({
  id: broadcastId,
  title: z.string(),
  host: z.string(),
  plannedAt: z.iso.datetime(),
  state: z.enum(['live', 'ended', 'cancelled']),
  /** Null while it goes on, and where it was called off. */
  minutes: z.int().nullable(),
  audience: registeredAudience,
  /** How many have looked on, and the most at one time; not who. */
  watched: z.int(),
  peak: z.int(),
})
export type RegisteredBroadcast = z.infer<typeof registeredBroadcast>

const here = z.object({ organizationId })
/** For an export: 500 at once rather than 50. */
const many = z.literal('1').optional()
/** Days are the organization's own. */
const days = z.object({ from: givenDay.optional(), until: givenDay.optional(), many })

/** Of the whole organization for those who answer for it; for a teacher of own groups, and what is one's own. */
export const chatRegisterEndpoints = {
  /** By name. Direct chats are between two people, and in no register. */
  chats: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/chat-register',
    access: 'account',
    params: here,
    query: z.object({
      search: z.string().trim().max(100).optional(),
      binding: chatBinding.optional(),
      after: chatId.optional(),
      many,
    }),
    response: z.object({ chats: z.array(registeredChat), next: chatId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Newest first, like the other two. */
  calls: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/call-register',
    access: 'account',
    params: here,
    query: days.extend({ before: callId.optional() }),
    response: z.object({ calls: z.array(registeredCall), next: callId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  meetings: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/meeting-register',
    access: 'account',
    params: here,
    query: days.extend({ before: meetingId.optional() }),
    response: z.object({ meetings: z.array(registeredMeeting), next: meetingId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  broadcasts: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/broadcast-register',
    access: 'account',
    params: here,
    query: days.extend({ before: broadcastId.optional() }),
    response: z.object({ broadcasts: z.array(registeredBroadcast), next: broadcastId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
} as const
