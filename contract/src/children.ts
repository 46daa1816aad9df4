import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { childId, groupId, membershipId, organizationId } from './ids.ts'
import { givenName } from './names.ts'
import { person } from './people.ts'

/** A child in a group, with the guardians who have joined. */
export const child = z.object({
  id: childId,
  /** As the group's teacher writes it; nothing more is required. */
  name: z.string(),
  groups: z.array(z.object({ id: groupId, name: z.string(), fromAt: z.iso.datetime() })),
  guardians: z.array(person),
})
export type Child = z.infer<typeof child>

/** Whom a list of the kindergarten names for a child; for those who may invite, never for other guardians. */
export const guardianContact = z.object({ name: z.string(), phone: z.string(), email: z.string() })
export type GuardianContact = z.infer<typeof guardianContact>

export const listedChild = child.extend({ contacts: z.array(guardianContact) })
export type ListedChild = z.infer<typeof listedChild>

/** A child in no group any more. */
export const leftChild = z.object({
  id: childId,
  name: z.string(),
  leftAt: z.iso.datetime(),
  /** The group it was in last. */
  group: z.object({ id: groupId, name: z.string(), isArchived: z.boolean() }),
})
export type LeftChild = z.infer<typeof leftChild>

export const childName = givenName(100)

export const childEndpoints = {
  /** Everybody in a group now, by name. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/groups/:groupId/children',
    access: 'account',
    params: z.object({ groupId }),
    response: z.object({ children: z.array(listedChild) }),
    problems: ['not-found', 'forbidden'],
  }),
  /** One, or a pasted list: all or none, every bad line named. A retry with the same ids changes nothing. */
  add: defineEndpoint({
    method: 'POST',
    path: '/api/groups/:groupId/children',
    access: 'account',
    params: z.object({ groupId }),
    body: z.strictObject({
      children: z
        .array(
          z.strictObject({
            id: childId,
            name: childName,
            /** Another child of the same name is meant, not the same one twice. */
            isNamesake: z.boolean().default(false),
          }),
        )
        .min(1)
        .max(300),
    }),
    response: z.object({ children: z.array(listedChild) }),
    problems: ['not-found', 'forbidden', 'invalid-request', 'staff-group-stays', 'group-archived'],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/children/:childId',
    access: 'account',
    params: z.object({ childId }),
    response: child.extend({ organizationId }),
    problems: ['not-found'],
  }),
  rename: defineEndpoint({
    method: 'PATCH',
    path: '/api/children/:childId',
    access: 'account',
    params: z.object({ childId }),
    body: z.strictObject({ name: childName }),
    response: child,
    problems: ['not-found', 'forbidden', 'invalid-request', 'child-left'],
  }),
  /** The guardians move along, and so do the chats. Doing it twice is fine. */
  move: defineEndpoint({
    method: 'POST',
    path: '/api/children/:childId/move',
    access: 'account',
    params: z.object({ childId }),
    body: z.strictObject({ fromGroupId: groupId, toGroupId: groupId }),
    response: child,
    problems: ['not-found', 'forbidden', 'child-left', 'staff-group-stays', 'group-archived', 'child-elsewhere'],
  }),
  /** Out of a group from now on; out of the last one, the child has left, and parents of no other child with it. */
  remove: defineEndpoint({
    method: 'DELETE',
    path: '/api/groups/:groupId/children/:childId',
    access: 'account',
    params: z.object({ groupId, childId }),
    response: z.object({ hasLeft: z.boolean() }),
    problems: ['not-found', 'forbidden', 'staff-group-stays', 'group-archived'],
  }),
  /**
   * Into one more group (a club besides the own one), or back after having left: then those who were here only for
   * this child are back, too. Doing it twice is fine.
   */
  enrol: defineEndpoint({
    method: 'PUT',
    path: '/api/groups/:groupId/children/:childId',
    access: 'account',
    params: z.object({ groupId, childId }),
    response: child,
    problems: ['not-found', 'forbidden', 'staff-group-stays', 'group-archived'],
  }),
  /** Those who have left, the last one first. */
  left: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/children/left',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ after: childId.optional() }),
    response: z.object({ children: z.array(leftChild), next: childId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** A guardian of this child no more; of no other child here, no longer a member. The child's open links end. */
  removeGuardian: defineEndpoint({
    method: 'DELETE',
    path: '/api/children/:childId/guardians/:membershipId',
    access: 'account',
    params: z.object({ childId, membershipId }),
    response: child,
    problems: ['not-found', 'forbidden', 'child-left'],
  }),
} as const
