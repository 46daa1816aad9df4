import { z } from 'zod'
import { givenDay } from './day.ts'
import { defineEndpoint } from './endpoint.ts'
import { groupId, membershipId, organizationId, substitutionId } from './ids.ts'
import { givenLine, givenName } from './names.ts'
import { person } from './people.ts'

/** Those that people make; «Педагоги» (`staff`) is there from the start. */
export const madeGroupKind = z.enum(['class', 'club', 'committee'])
export const groupKind = z.enum(['staff', ...madeGroupKind.options])
export type GroupKind = z.infer<typeof groupKind>

/** Teachers lead groups; specialists are attached to several at once. */
export const duty = z.enum(['lead', 'specialist'])
export type Duty = z.infer<typeof duty>

/** Who teaches a group for a time, with all that the lead may. Days of the organization's calendar, both included. */
export const substitution = z.object({
  id: substitutionId,
  person,
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  state: z.enum(['planned', 'current']),
})
export type Substitution = z.infer<typeof substitution>

/** As what somebody teaches a group at the moment. */
export const teachingDuty = z.enum([...duty.options, 'substitute'])

/** What this reader may do with a group, decided by the server. */
export const groupAbilities = z.object({
  seeChildren: z.boolean(),
  editChildren: z.boolean(),
  edit: z.boolean(),
  archive: z.boolean(),
  assignTeachers: z.boolean(),
  invite: z.boolean(),
})
export type GroupAbilities = z.infer<typeof groupAbilities>

export const group = z.object({
  id: groupId,
  organizationId,
  kind: groupKind,
  name: z.string(),
  /** «младшая», «5 класс»; empty where it does not matter. */
  age: z.string(),
  programme: z.string(),
  /** The group it lies in; null at the top, and for whoever sees only their own groups. */
  parentId: groupId.nullable(),
  isArchived: z.boolean(),
  teachers: z.array(z.object({ person, duty })),
  /** Now, and for whoever assigns teachers the planned ones too, in the order they begin. */
  substitutes: z.array(substitution),
  /** Everybody of «Педагоги»; elsewhere whoever leads, is attached, or has a child in it. */
  memberCount: z.int(),
  childCount: z.int(),
  /** Children of whom at least one guardian has joined. */
  familyCount: z.int(),
  abilities: groupAbilities,
})
export type Group = z.infer<typeof group>

/**
 * A building with its groups, a class with its halves; deeper nobody finds anything. Lying in a group is an order for
 * the eye and nothing else: who belongs, teaches, sees and is in the chat follows from each group by itself.
 */
export const MAX_GROUP_DEPTH = 3

const details = {
  name: givenName(100),
  kind: madeGroupKind,
  age: givenLine(60),
  programme: givenLine(200),
  parentId: groupId.nullable(),
}

export const groupEndpoints = {
  /** What this reader may see: confirmed staff every group, whoever isn't confirmed «Педагоги», parents their own. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/groups',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ archived: z.literal('1').optional() }),
    response: z.object({ groups: z.array(group) }),
    problems: ['not-found'],
  }),
  /** One, or a pasted list: all or none. A retry with the same ids changes nothing. */
  create: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/groups',
    access: 'account',
    params: z.object({ organizationId }),
    body: z.strictObject({
      groups: z
        .array(
          z.strictObject({
            id: groupId,
            name: details.name,
            kind: details.kind.default('class'),
            age: details.age.default(''),
            programme: details.programme.default(''),
            parentId: details.parentId.default(null),
          }),
        )
        .min(1)
        .max(100),
    }),
    response: z.object({ groups: z.array(group) }),
    problems: ['not-found', 'forbidden', 'invalid-request'],
  }),
  /** The order in which they are shown; those not named follow. */
  reorder: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/groups/order',
    access: 'account',
    params: z.object({ organizationId }),
    body: z.strictObject({ groupIds: z.array(groupId).max(1000) }),
    response: z.object({ groups: z.array(group) }),
    problems: ['not-found', 'forbidden'],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/groups/:groupId',
    access: 'account',
    params: z.object({ groupId }),
    response: group,
    problems: ['not-found'],
  }),
  edit: defineEndpoint({
    method: 'PATCH',
    path: '/api/groups/:groupId',
    access: 'account',
    params: z.object({ groupId }),
    body: z.strictObject(details).partial(),
    response: group,
    problems: ['not-found', 'forbidden', 'invalid-request', 'staff-group-stays', 'group-archived'],
  }),
  /** Into the archive, once no children and no groups are left in it; nothing is ever deleted for good. */
  archive: defineEndpoint({
    method: 'DELETE',
    path: '/api/groups/:groupId',
    access: 'account',
    params: z.object({ groupId }),
    response: group,
    problems: ['not-found', 'forbidden', 'staff-group-stays', 'group-not-empty', 'group-holds-groups'],
  }),
  /** To where it lay; to the top, when that is in the archive by now. */
  restore: defineEndpoint({
    method: 'PUT',
    path: '/api/groups/:groupId/restored',
    access: 'account',
    params: z.object({ groupId }),
    response: group,
    problems: ['not-found', 'forbidden', 'staff-group-stays', 'group-name-taken'],
  }),
  attachTeacher: defineEndpoint({
    method: 'PUT',
    path: '/api/groups/:groupId/teachers/:membershipId',
    access: 'account',
    params: z.object({ groupId, membershipId }),
    body: z.strictObject({ duty }),
    response: group,
    problems: ['not-found', 'forbidden', 'staff-group-stays', 'group-archived'],
  }),
  /** Several at once: all or none. Whoever is attached already gets this duty. */
  attachTeachers: defineEndpoint({
    method: 'PUT',
    path: '/api/groups/:groupId/teachers',
    access: 'account',
    params: z.object({ groupId }),
    body: z.strictObject({ membershipIds: z.array(membershipId).min(1).max(100), duty }),
    response: group,
    problems: ['not-found', 'forbidden', 'staff-group-stays', 'group-archived'],
  }),
  detachTeacher: defineEndpoint({
    method: 'DELETE',
    path: '/api/groups/:groupId/teachers/:membershipId',
    access: 'account',
    params: z.object({ groupId, membershipId }),
    response: group,
    problems: ['not-found', 'forbidden', 'staff-group-stays', 'group-archived'],
  }),
  /** From the first day to the last, by itself. A retry with the same id changes nothing. */
  nameSubstitute: defineEndpoint({
    method: 'PUT',
    path: '/api/groups/:groupId/substitutions/:substitutionId',
    access: 'account',
    params: z.object({ groupId, substitutionId }),
    body: z.strictObject({ membershipId, firstDay: givenDay, lastDay: givenDay }),
    response: group,
    problems: ['not-found', 'forbidden', 'invalid-request', 'staff-group-stays', 'group-archived'],
  }),
  /** Longer or shorter. */
  setLastDay: defineEndpoint({
    method: 'PATCH',
    path: '/api/groups/:groupId/substitutions/:substitutionId',
    access: 'account',
    params: z.object({ groupId, substitutionId }),
    body: z.strictObject({ lastDay: givenDay }),
    response: group,
    problems: ['not-found', 'forbidden', 'invalid-request', 'staff-group-stays', 'group-archived', 'substitution-over'],
  }),
  /** At once; one that has not begun never will. Doing it twice is fine. */
  endSubstitution: defineEndpoint({
    method: 'DELETE',
    path: '/api/groups/:groupId/substitutions/:substitutionId',
    access: 'account',
    params: z.object({ groupId, substitutionId }),
    response: group,
    problems: ['not-found', 'forbidden', 'staff-group-stays', 'group-archived'],
  }),
  /** All groups of one teacher at once: attached where named, detached where not. */
  setGroupsOfTeacher: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/staff/:membershipId/groups',
    access: 'account',
    params: z.object({ organizationId, membershipId }),
    body: z.strictObject({ groups: z.array(z.strictObject({ groupId, duty })).max(200) }),
    response: z.object({ groups: z.array(z.object({ groupId, duty })) }),
    problems: ['not-found', 'forbidden', 'staff-group-stays', 'group-archived'],
  }),
} as const
