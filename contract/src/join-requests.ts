import { z } from 'zod'
import { givenConsent } from './consents.ts'
import { childName } from './children.ts'
import { decidedTogether, MAX_TOGETHER, queueFilter } from './deciding-together.ts'
import { defineEndpoint } from './endpoint.ts'
import { childId, groupId, joinRequestId, organizationId } from './ids.ts'
import { outgoingLetter } from './outgoing-letters.ts'

export const joinRequestState = z.enum(['requested', 'accepted', 'refused', 'withdrawn'])
export type JoinRequestState = z.infer<typeof joinRequestState>

const required = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => text !== '', { params: { code: 'required' } })
const optional = (max: number) => z.string().trim().max(max).default('')

/** All a stranger learns of an organization: what it is called, and its groups. */
export const foundOrganization = z.object({
  code: z.string(),
  name: z.string(),
  groups: z.array(z.object({ id: groupId, name: z.string() })),
})
export type FoundOrganization = z.infer<typeof foundOrganization>

/** One's own request, as who asks follows it. */
export const ownJoinRequest = z.object({
  id: joinRequestId,
  organizationName: z.string(),
  role: z.enum(['teacher', 'parent']),
  groupName: z.string().nullable(),
  childName: z.string(),
  state: joinRequestState,
  /** Why it was refused. */
  reason: z.string(),
  requestedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
})
export type OwnJoinRequest = z.infer<typeof ownJoinRequest>

/** The same for those who decide. */
export const joinRequest = ownJoinRequest.omit({ organizationName: true }).extend({
  groupId: groupId.nullable(),
  fullName: z.string(),
  phone: z.string(),
  isPhoneVerified: z.boolean(),
  label: z.string(),
  position: z.string(),
  word: z.string(),
  decidedBy: z.string().nullable(),
  /** What became of the letter that told the asker. */
  letter: outgoingLetter.nullable(),
  /** Children of that name, in the named group first: whom a parent most likely means. */
  matches: z.array(z.object({ id: childId, name: z.string(), group: z.string() })),
})
export type JoinRequest = z.infer<typeof joinRequest>

const names = { givenName: required(60), patronymic: optional(60), familyName: required(60) }
const consents = z.array(givenConsent).max(10)
const code = z.string().trim().toLowerCase().max(40)

export const newJoinRequest = z.discriminatedUnion('role', [
  z.strictObject({
    role: z.literal('parent'),
    code,
    ...names,
    groupId: groupId.nullable(),
    childName,
    label: required(60),
    word: optional(500),
    /** The token of a chat's link that led here: it names the group, and once let in they come into that chat. */
    via: z.string().max(64).optional(),
    consents,
  }),
  z.strictObject({ role: z.literal('teacher'), code, ...names, position: required(80), word: optional(500), consents }),
])
export type NewJoinRequest = z.infer<typeof newJoinRequest>

/** Whose parent it is: a child that is there, or one that is made. */
const child = {
  childId: childId.optional(),
  newChild: z.strictObject({ id: childId, name: childName, groupId }).optional(),
}
const reason = required(500)

/** Why a decision among many did not count. `child-missing`: of a parent for whom no child was chosen. */
export const joinRequestsDecided = decidedTogether(joinRequestId, [
  'not-found',
  'forbidden',
  'join-request-decided',
  'child-left',
  'child-missing',
  'group-archived',
])
export type JoinRequestsDecided = z.infer<typeof joinRequestsDecided>

const one = z.object({ organizationId, joinRequestId })
const own = z.object({ joinRequestId })

export const joinRequestEndpoints = {
  /** By its short code; by a part of its name only where it allows that. */
  find: defineEndpoint({
    method: 'GET',
    path: '/api/organization-search',
    access: 'account',
    query: z.object({ text: z.string().trim().min(3).max(100) }),
    response: z.object({ organizations: z.array(foundOrganization) }),
    problems: ['too-many-requests'],
  }),
  /** Newest first. */
  mine: defineEndpoint({
    method: 'GET',
    path: '/api/me/join-requests',
    access: 'account',
    response: z.object({
      requests: z.array(ownJoinRequest),
      /** What is known of this account already; an account is not renamed by asking. */
      name: z.object({ givenName: z.string(), patronymic: z.string(), familyName: z.string() }).nullable(),
    }),
    problems: [],
  }),
  /** The client chose the id: a retry returns the first one. */
  ask: defineEndpoint({
    method: 'PUT',
    path: '/api/me/join-requests/:joinRequestId',
    access: 'account',
    params: own,
    body: newJoinRequest,
    response: ownJoinRequest,
    problems: [
      'not-found',
      'consent-outdated',
      'too-many-join-requests',
      'too-many-requests',
      'invitation-spent',
      'invitation-expired',
      'invitation-revoked',
    ],
  }),
  withdraw: defineEndpoint({
    method: 'POST',
    path: '/api/me/join-requests/:joinRequestId/withdraw',
    access: 'account',
    params: own,
    response: ownJoinRequest,
    problems: ['not-found', 'join-request-decided'],
  }),
  /** Waiting ones, oldest first; decided ones, newest first. A teacher's: parents into the own groups. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/join-requests',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ ...queueFilter, after: joinRequestId.optional() }),
    response: z.object({ requests: z.array(joinRequest), next: joinRequestId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** All of them, to take along; written down in the journal. */
  export: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/join-requests/export',
    access: 'account',
    params: z.object({ organizationId }),
    body: z.strictObject(queueFilter),
    response: z.object({ requests: z.array(joinRequest), isCut: z.boolean() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Lets them in; a parent is tied to a child in the same step: to one that is there, or to one that is made. */
  accept: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/join-requests/:joinRequestId/accept',
    access: 'account',
    params: one,
    body: z.strictObject(child),
    response: joinRequest,
    problems: ['not-found', 'forbidden', 'join-request-decided', 'child-left', 'group-archived'],
  }),
  refuse: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/join-requests/:joinRequestId/refuse',
    access: 'account',
    params: one,
    body: z.strictObject({ reason }),
    response: joinRequest,
    problems: ['not-found', 'forbidden', 'join-request-decided'],
  }),
  /** Several at once, each decided by itself: what can't be is left as it is, and the others go through. */
  decideTogether: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/join-requests/decide',
    access: 'account',
    params: z.object({ organizationId }),
    body: z.discriminatedUnion('decision', [
      z.strictObject({
        decision: z.literal('accept'),
        requests: z
          .array(z.strictObject({ id: joinRequestId, ...child }))
          .min(1)
          .max(MAX_TOGETHER),
      }),
      z.strictObject({
        decision: z.literal('refuse'),
        joinRequestIds: z.array(joinRequestId).min(1).max(MAX_TOGETHER),
        reason,
      }),
    ]),
    response: joinRequestsDecided,
    problems: ['not-found', 'forbidden'],
  }),
} as const
