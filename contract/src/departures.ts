import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { chatId, childId, groupId, membershipId, organizationId } from './ids.ts'
import { person } from './people.ts'

/** Why somebody can't go yet. */
export const departureObstacle = z.enum(['head-stays', 'last-admin', 'still-admin'])
export type DepartureObstacle = z.infer<typeof departureObstacle>

/** What somebody leaves behind when they go, and who could take it over. */
export const departure = z.object({
  person,
  fullName: z.string(),
  /** The reader leaves; else the organization lets somebody go. */
  isOwn: z.boolean(),
  obstacle: departureObstacle.nullable(),
  /** Groups that nobody else leads: each gets a new lead, one of the candidates. */
  groups: z.array(z.object({ id: groupId, name: z.string(), candidates: z.array(membershipId) })),
  /** Groups that go on with whoever teaches them besides. */
  otherGroups: z.array(z.string()),
  /** Chats that they put together and own. */
  chats: z.array(z.object({ id: chatId, title: z.string() })),
  /** Live links that they made. */
  linkCount: z.int(),
  /** Of a parent: the children, and whether nobody else is there for them. */
  children: z.array(z.object({ id: childId, name: z.string(), isOnlyGuardian: z.boolean() })),
  colleagues: z.array(z.object({ membershipId, fullName: z.string(), position: z.string() })),
  chatCandidates: z.array(membershipId),
  linkCandidates: z.array(membershipId),
})
export type Departure = z.infer<typeof departure>

/** One of the staff who is here no more. */
export const formerStaff = z.object({
  person,
  fullName: z.string(),
  endedAt: z.iso.datetime(),
  /** Here again by another membership, or as before. */
  isBack: z.boolean(),
})
export type FormerStaff = z.infer<typeof formerStaff>

const one = z.object({ organizationId, membershipId })

export const departureEndpoints = {
  /** Of oneself, or for the management of any of the staff. */
  get: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/departures/:membershipId',
    access: 'account',
    params: one,
    response: departure,
    problems: ['not-found', 'forbidden'],
  }),
  /** Everything is handed over and the membership ends, in one step. Doing it twice is fine. */
  leave: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/departures/:membershipId',
    access: 'account',
    params: one,
    body: z.strictObject({
      groups: z.array(z.strictObject({ groupId, to: membershipId })).max(200),
      chatsTo: membershipId.nullable(),
      /** Null: the links are revoked. */
      linksTo: membershipId.nullable(),
    }),
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'invalid-request', ...departureObstacle.options],
  }),
  /** Those of the staff who have left, the last one first. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/departures',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ after: membershipId.optional() }),
    response: z.object({ former: z.array(formerStaff), next: membershipId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** With role, position and status as they were; groups are assigned anew. Doing it twice is fine. */
  takeBack: defineEndpoint({
    method: 'DELETE',
    path: '/api/organizations/:organizationId/departures/:membershipId',
    access: 'account',
    params: one,
    response: z.object({ membershipId }),
    problems: ['not-found', 'forbidden'],
  }),
} as const
