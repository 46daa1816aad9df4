import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { childId, groupId, membershipId, organizationId } from './ids.ts'
import { givenLine, givenName } from './names.ts'
import { person } from './people.ts'

/** Limited to this child: sees it and writes with its teachers, and is not in the group's chat. */
export const guardian = person.extend({ isLimited: z.boolean() })
export type Guardian = z.infer<typeof guardian>

/** A child in a group, with the guardians who have joined. */
export const child = z.object({
  id: childId,
  /** As the group's teacher writes it; nothing more is required. */
  name: z.string(),
  groups: z.array(z.object({ id: groupId, name: z.string(), fromAt: z.iso.datetime() })),
  guardians: z.array(guardian),
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

/** What an organization's list can be narrowed to: here now and nobody of the family has joined, or not here any more. */
export const childStanding = z.enum(['without-guardian', 'left'])
export type ChildStanding = z.infer<typeof childStanding>

export const childrenSort = z.enum(['name', '-name'])
export type ChildrenSort = z.infer<typeof childrenSort>

/** A child in the list of the whole organization. */
export const childOfOrganization = z.object({
  id: childId,
  name: z.string(),
  groups: z.array(z.object({ id: groupId, name: z.string() })),
  guardians: z.array(person.pick({ membershipId: true, name: true, label: true })),
  /** A link of this child's own can be used. */
  isInvited: z.boolean(),
  leftAt: z.iso.datetime().nullable(),
})
export type ChildOfOrganization = z.infer<typeof childOfOrganization>

/** Which children are meant; those who are here unless said. */
const filter = {
  /** Every word of it is part of the name. */
  search: z.string().trim().max(100).optional(),
  groupId: groupId.optional(),
  standing: childStanding.optional(),
  sort: childrenSort.optional(),
}

/** As many as one workbook or one print takes. */
export const MAX_CHILDREN_EXPORTED = 10_000

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
  /** Of the whole organization; a teacher's own groups. */
  ofOrganization: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/children',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ ...filter, after: childId.optional() }),
    response: z.object({ children: z.array(childOfOrganization), next: childId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** All that are meant at once: exactly those the list shows. Each answer is written down in the journal. */
  export: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/children/export',
    access: 'account',
    params: z.object({ organizationId }),
    body: z.strictObject(filter),
    response: z.object({ children: z.array(childOfOrganization), isCut: z.boolean() }),
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
  /**
   * Somebody who is a parent here becomes the guardian of one more child; or a guardian is limited to the child, or no
   * longer. The label («мама Вани») counts when they become one. Doing it twice is fine.
   */
  setGuardian: defineEndpoint({
    method: 'PUT',
    path: '/api/children/:childId/guardians/:membershipId',
    access: 'account',
    params: z.object({ childId, membershipId }),
    body: z.strictObject({ label: givenLine(60).default(''), isLimited: z.boolean() }),
    response: child,
    problems: ['not-found', 'forbidden', 'invalid-request', 'child-left'],
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
