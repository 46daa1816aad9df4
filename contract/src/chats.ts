import { z } from 'zod'
import { draft } from './drafts.ts'
import { defineEndpoint } from './endpoint.ts'
import { accountId, chatId, groupId, membershipId, organizationId } from './ids.ts'
import { MAX_SEQ, message } from './messages.ts'
import { person } from './people.ts'

/** What this reader may do in a chat, decided by the server; the client never works it out. */
export const chatAbilities = z.object({
  post: z.boolean(),
  react: z.boolean(),
  deleteAny: z.boolean(),
  removeMember: z.boolean(),
  startCall: z.boolean(),
  leave: z.boolean(),
  /** Who may write, what newcomers see, who may call. */
  configure: z.boolean(),
  rename: z.boolean(),
  addMembers: z.boolean(),
  /** By a link that others can open. */
  invite: z.boolean(),
  /** Moderators, a new owner, closing and opening again. */
  own: z.boolean(),
})
export type ChatAbilities = z.infer<typeof chatAbilities>

/** The rules of a group chat, chosen by those who keep order in it. */
export const chatSettings = z.object({
  whoMayWrite: z.enum(['all', 'staff', 'nobody']),
  newcomersSee: z.enum(['all', 'from-joining']),
  /** Parents and pupils; staff always may. */
  mayMembersCall: z.boolean(),
})
export type ChatSettings = z.infer<typeof chatSettings>

/** Of one's own that are to be sent later: how many wait, and how many could not be sent when their time came. */
export const scheduledCount = z.object({ waiting: z.int().nonnegative(), refused: z.int().nonnegative() })

/** A chat as one reader's list shows it. */
export const chat = z.object({
  id: chatId,
  /** Null for «Избранное», which belongs to the account. */
  organizationId: organizationId.nullable(),
  kind: z.enum(['direct', 'group', 'saved']),
  state: z.enum(['open', 'read-only']),
  /** Over, as that of a group's past year: to be read, and out of the way. */
  isArchived: z.boolean(),
  /** What the structure decides; null where members are chosen by people. */
  binding: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('staff') }),
      z.object({ kind: z.literal('group'), groupId }),
      /** By a rule that somebody made, or one that is there by itself. */
      z.object({ kind: z.literal('rule') }),
    ])
    .nullable(),
  /** A group's name, or what somebody called it; the other person's for a direct chat; empty for «Избранное». */
  title: z.string(),
  /** The other person of a direct chat. */
  peer: person.nullable(),
  memberCount: z.int(),
  settings: chatSettings,
  /** Of a chat that people put together; null for all others, and for an archive whose owner has left. */
  ownerId: accountId.nullable(),
  rev: z.int().nonnegative(),
  lastSeq: z.int().nonnegative(),
  lastMessage: message.nullable(),
  /** Who wrote it. */
  lastAuthor: person.nullable(),
  /** One's own: how far read, what is left up to 99, how much of that was not sent silently, whether it may ring. */
  readSeq: z.int().nonnegative(),
  unread: z.int().nonnegative(),
  ringing: z.int().nonnegative(),
  isMuted: z.boolean(),
  scheduled: scheduledCount,
  draft: draft.nullable(),
  /** How far at least one other member has read: the two ticks. */
  othersReadSeq: z.int().nonnegative(),
  abilities: chatAbilities,
})
export type Chat = z.infer<typeof chat>

/** One person in a chat, with every membership that brings them here. */
export const chatMember = z.object({
  accountId,
  role: z.enum(['member', 'moderator']),
  people: z.array(person).min(1),
  /** Speaks for the parents (родительский актив): of this chat's group, or of any. */
  isInCommittee: z.boolean(),
  readSeq: z.int().nonnegative(),
  isOnline: z.boolean(),
})
export type ChatMember = z.infer<typeof chatMember>

export const chatEndpoints = {
  /** Everything one is in, newest activity first; with `rev` of one's own settings for the socket's hello. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/chats',
    access: 'account',
    response: z.object({ ownRev: z.int().nonnegative(), chats: z.array(chat) }),
    problems: [],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/chats/:chatId',
    access: 'account',
    params: z.object({ chatId }),
    response: chat,
    problems: ['not-found'],
  }),
  members: defineEndpoint({
    method: 'GET',
    path: '/api/chats/:chatId/members',
    access: 'account',
    params: z.object({ chatId }),
    response: z.object({ members: z.array(chatMember) }),
    problems: ['not-found'],
  }),
  /** The direct chat with another person of an organization; made at the first call, the same ever after. */
  openDirect: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/direct-chats/:membershipId',
    access: 'account',
    params: z.object({ organizationId, membershipId }),
    response: chat,
    problems: ['not-found', 'forbidden'],
  }),
  /** People one may open a direct chat with, by name. */
  contacts: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/contacts',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ q: z.string().max(100).optional(), after: z.string().max(400).optional() }),
    response: z.object({ people: z.array(person), next: z.string().nullable() }),
    problems: ['not-found'],
  }),
  /** The management's way into a chat bound to the structure: as a member, seen by all in it. */
  enter: defineEndpoint({
    method: 'POST',
    path: '/api/chats/:chatId/enter',
    access: 'account',
    params: z.object({ chatId }),
    response: chat,
    problems: ['not-found'],
  }),
  removeMember: defineEndpoint({
    method: 'DELETE',
    path: '/api/chats/:chatId/members/:accountId',
    access: 'account',
    params: z.object({ chatId, accountId }),
    response: z.object({ rev: z.int() }),
    problems: ['not-found', 'forbidden', 'chat-needs-owner'],
  }),
  /** Marks everything up to `seq` as read; never goes back. */
  read: defineEndpoint({
    method: 'PUT',
    path: '/api/chats/:chatId/read',
    access: 'account',
    params: z.object({ chatId }),
    body: z.strictObject({ seq: z.int().nonnegative().max(MAX_SEQ) }),
    response: z.object({ readSeq: z.int(), unread: z.int(), ringing: z.int() }),
    problems: ['not-found'],
  }),
  mute: defineEndpoint({
    method: 'PUT',
    path: '/api/chats/:chatId/mute',
    access: 'account',
    params: z.object({ chatId }),
    body: z.strictObject({ isMuted: z.boolean() }),
    response: z.object({ isMuted: z.boolean() }),
    problems: ['not-found'],
  }),
} as const
