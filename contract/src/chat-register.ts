import { z } from 'zod'
import { givenDay } from './day.ts'
import { defineEndpoint } from './endpoint.ts'
import { callId, chatId, organizationId } from './ids.ts'

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

const here = z.object({ organizationId })
/** For an export: 500 at once rather than 50. */
const many = z.literal('1').optional()

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
  /** Newest first. Days are the organization's own. */
  calls: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/call-register',
    access: 'account',
    params: here,
    query: z.object({ from: givenDay.optional(), until: givenDay.optional(), before: callId.optional(), many }),
    response: z.object({ calls: z.array(registeredCall), next: callId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
} as const
