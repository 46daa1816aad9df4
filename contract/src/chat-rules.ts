import { z } from 'zod'
import { chat } from './chats.ts'
import { defineEndpoint } from './endpoint.ts'
import { chatId, groupId, organizationId } from './ids.ts'
import { givenLine, givenName } from './names.ts'
import { person } from './people.ts'

/** Chats that are made by themselves (2.3): the head with the deputies, the head with the parents' committee. */
export const standardChat = z.enum(['deputies', 'committee'])
export type StandardChat = z.infer<typeof standardChat>

export const MAX_RULE_PARTS = 12
/** How many people a preview names. */
export const PREVIEWED = 200

const groupIds = z.array(groupId).max(200).default([])

/** Whoever fits any one part of a rule is in the chat. Empty lists narrow nothing down. */
const partWith = <P extends z.ZodType<string, string>>(position: P) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('head') }),
    z.strictObject({ kind: z.literal('management') }),
    z.strictObject({ kind: z.literal('admins') }),
    z.strictObject({
      kind: z.literal('teachers'),
      /** One of these positions, and in one of these groups. */
      positions: z.array(position).max(30).default([]),
      groupIds,
    }),
    z.strictObject({ kind: z.literal('parents'), groupIds }),
    z.strictObject({ kind: z.literal('committee'), groupIds }),
  ])

export const rulePart = partWith(z.string())
export type RulePart = z.infer<typeof rulePart>
export type RulePartKind = RulePart['kind']

const givenPart = partWith(givenLine(100).refine((text) => text !== '', { params: { code: 'required' } }))
const rule = z.array(givenPart).min(1).max(MAX_RULE_PARTS)

/** A chat that follows the structure, as those see it who answer for the organization; what is said in it they don't. */
export const boundChat = z.object({
  id: chatId,
  title: z.string(),
  boundTo: z.enum(['staff', 'group', 'rule']),
  groupId: groupId.nullable(),
  standard: standardChat.nullable(),
  /** Empty unless it follows a rule. */
  parts: z.array(rulePart),
  state: chat.shape.state,
  memberCount: z.int().nonnegative(),
  /** Is this reader in it? Otherwise they may enter, seen by all. */
  isIn: z.boolean(),
})
export type BoundChat = z.infer<typeof boundChat>

const inOrganization = z.object({ organizationId })
const one = z.object({ organizationId, chatId })

export const chatRuleEndpoints = {
  /** Every chat that follows the structure, and what rules are made of here. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/bound-chats',
    access: 'account',
    params: inOrganization,
    response: z.object({
      chats: z.array(boundChat),
      groups: z.array(z.object({ id: groupId, name: z.string() })),
      /** As they stand with the people; the most frequent first. */
      positions: z.array(z.string()),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Who would be in: all of them counted, the first ones named. */
  preview: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/bound-chats/preview',
    access: 'account',
    params: inOrganization,
    body: z.strictObject({ parts: rule }),
    response: z.object({ count: z.int().nonnegative(), people: z.array(person) }),
    problems: ['not-found', 'forbidden', 'invalid-request'],
  }),
  /** Makes it with everybody in it. The client chose the id: a retry changes nothing. */
  create: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/bound-chats/:chatId',
    access: 'account',
    params: one,
    body: z.strictObject({ title: givenName(100), parts: rule }),
    response: boundChat,
    problems: ['not-found', 'forbidden', 'invalid-request'],
  }),
  /** What it is called, and who is in: they come and go in the same step, seen by all. */
  edit: defineEndpoint({
    method: 'PATCH',
    path: '/api/organizations/:organizationId/bound-chats/:chatId',
    access: 'account',
    params: one,
    body: z.strictObject({ title: givenName(100).optional(), parts: rule.optional() }),
    response: boundChat,
    problems: ['not-found', 'forbidden', 'invalid-request', 'chat-read-only'],
  }),
  /** From now on an archive: its people can still read it. Doing it twice is fine. */
  close: defineEndpoint({
    method: 'DELETE',
    path: '/api/organizations/:organizationId/bound-chats/:chatId',
    access: 'account',
    params: one,
    response: boundChat,
    problems: ['not-found', 'forbidden'],
  }),
  /** Out of the archive, with whoever fits the rule now. */
  reopen: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/bound-chats/:chatId/open',
    access: 'account',
    params: one,
    response: boundChat,
    problems: ['not-found', 'forbidden'],
  }),
} as const
