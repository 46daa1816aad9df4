import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { childId, groupId, organizationId } from './ids.ts'
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
} as const
