import { z } from 'zod'
import { chat, chatMember, chatSettings } from './chats.ts'
import { defineEndpoint } from './endpoint.ts'
import { accountId, chatId, membershipId, organizationId } from './ids.ts'
import { givenName } from './names.ts'

/** How many people can be put into a chat in one step. */
export const MAX_GATHERED = 300

const title = givenName(100)
const one = z.object({ chatId })
const member = z.object({ chatId, accountId })
const members = z.object({ members: z.array(chatMember) })

/** Chats that people put together, and the rules of any group chat. */
export const groupChatEndpoints = {
  /** With people one may write to. The client chose the id: a retry returns the first one. */
  create: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/group-chats/:chatId',
    access: 'account',
    params: z.object({ organizationId, chatId }),
    body: z.strictObject({ title, membershipIds: z.array(membershipId).max(MAX_GATHERED) }),
    response: chat,
    problems: ['not-found', 'forbidden', 'invalid-request', 'too-many-requests'],
  }),
  /** Whoever is in already stays as they are. */
  add: defineEndpoint({
    method: 'POST',
    path: '/api/chats/:chatId/members',
    access: 'account',
    params: one,
    body: z.strictObject({ membershipIds: z.array(membershipId).min(1).max(MAX_GATHERED) }),
    response: members,
    problems: ['not-found', 'forbidden', 'invalid-request', 'chat-read-only', 'too-many-requests'],
  }),
  /** Somebody of the staff keeps order together with the owner. */
  appoint: defineEndpoint({
    method: 'PUT',
    path: '/api/chats/:chatId/moderators/:accountId',
    access: 'account',
    params: member,
    response: members,
    problems: ['not-found', 'forbidden', 'chat-read-only', 'only-staff'],
  }),
  dismiss: defineEndpoint({
    method: 'DELETE',
    path: '/api/chats/:chatId/moderators/:accountId',
    access: 'account',
    params: member,
    response: members,
    problems: ['not-found', 'forbidden', 'chat-read-only'],
  }),
  /** To a colleague in the chat; the former owner goes on keeping order. */
  handOver: defineEndpoint({
    method: 'PUT',
    path: '/api/chats/:chatId/owner/:accountId',
    access: 'account',
    params: member,
    response: chat,
    problems: ['not-found', 'forbidden', 'chat-read-only', 'only-staff'],
  }),
  /** Told to everybody in the chat. What a chat that follows a group is called, the group decides. */
  settings: defineEndpoint({
    method: 'PATCH',
    path: '/api/chats/:chatId/settings',
    access: 'account',
    params: one,
    body: z.strictObject({ title, ...chatSettings.shape }).partial(),
    response: chat,
    problems: ['not-found', 'forbidden', 'invalid-request', 'chat-read-only'],
  }),
  /** From now on an archive: its people can still read it. Doing it twice is fine. */
  close: defineEndpoint({
    method: 'DELETE',
    path: '/api/chats/:chatId',
    access: 'account',
    params: one,
    response: chat,
    problems: ['not-found', 'forbidden'],
  }),
  reopen: defineEndpoint({
    method: 'PUT',
    path: '/api/chats/:chatId/open',
    access: 'account',
    params: one,
    response: chat,
    problems: ['not-found', 'forbidden'],
  }),
} as const
