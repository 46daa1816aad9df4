import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { groupKind } from './groups.ts'
import { childId, groupId, organizationId, rollOverId } from './ids.ts'
import { givenLine, givenName } from './names.ts'

/** For how long a roll-over can be undone. */
export const UNDOABLE_DAYS = 7

/** Groups keep their children and teachers and grow a year older; or children move on to the next group. */
export const rollOverWay = z.enum(['together', 'onwards'])
export type RollOverWay = z.infer<typeof rollOverWay>

/** Where somebody goes: into a group, their own included; null: out of the organization. */
const destination = groupId.nullable()

/** What is in the way of a group's plan; each has to be mended first. */
export const rollOverFault = z.enum([
  /** Two groups would be called the same. */
  'name-taken',
  /** It goes to the archive, and somebody goes to it. */
  'closes-with-children',
  /** It goes to the archive, and a group that stays lies in it. */
  'closes-with-groups',
])
export type RollOverFault = z.infer<typeof rollOverFault>

export const groupAfterYear = z.object({ name: z.string(), age: z.string() })
export type GroupAfterYear = z.infer<typeof groupAfterYear>

export const rollOverGroup = z.object({
  id: groupId,
  kind: groupKind,
  name: z.string(),
  age: z.string(),
  childCount: z.int().nonnegative(),
  /** Where its children go unless somebody says otherwise for one of them. */
  toGroupId: destination,
  /** What it is called and how old it is afterwards; null: it goes to the archive. */
  after: groupAfterYear.nullable(),
  /** Nobody can tell what follows its age: it stays as it is until somebody says what becomes of it. */
  isUnclear: z.boolean(),
  /** Planned by hand. */
  isEdited: z.boolean(),
  /** Where its children go, exceptions counted. */
  going: z.array(z.object({ toGroupId: destination, count: z.int().positive() })),
  /** How many come to it from elsewhere. */
  coming: z.int().nonnegative(),
  fault: rollOverFault.nullable(),
})
export type RollOverGroup = z.infer<typeof rollOverGroup>

export const rollOver = z.object({
  id: rollOverId,
  organizationId,
  state: z.enum(['draft', 'applied', 'undone']),
  way: rollOverWay,
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  appliedAt: z.iso.datetime().nullable(),
  appliedBy: z.string(),
  /** Until then it can be undone; null when it can't, or not any more. */
  undoableUntil: z.iso.datetime().nullable(),
  groups: z.array(rollOverGroup),
  totals: z.object({
    /** Children who stay with their group, go to another, leave the organization. */
    staying: z.int().nonnegative(),
    moving: z.int().nonnegative(),
    leaving: z.int().nonnegative(),
    /** Groups that get another name or age, that go to the archive. */
    renamed: z.int().nonnegative(),
    closing: z.int().nonnegative(),
    faults: z.int().nonnegative(),
  }),
  /** Of everything above and each child's way: what was looked at is what is done. */
  digest: z.string(),
})
export type RollOver = z.infer<typeof rollOver>

export const rollOverChild = z.object({
  id: childId,
  name: z.string(),
  toGroupId: destination,
  /** Otherwise than the group. */
  isException: z.boolean(),
})
export type RollOverChild = z.infer<typeof rollOverChild>

const one = z.object({ rollOverId })
const oneGroup = z.object({ rollOverId, groupId })
const oneChild = z.object({ rollOverId, groupId, childId })

export const rollOverEndpoints = {
  /** The one that is being prepared; else the last one. */
  latest: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/roll-over',
    access: 'account',
    params: z.object({ organizationId }),
    response: z.object({ rollOver: rollOver.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Proposes what becomes of every group; nothing changes yet. Answers with the one that is being prepared already. */
  begin: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/roll-overs/:rollOverId',
    access: 'account',
    params: z.object({ organizationId, rollOverId }),
    body: z.strictObject({ way: rollOverWay.default('together') }),
    response: rollOver,
    problems: ['not-found', 'forbidden'],
  }),
  /** Proposes anew, the other way; what was planned by hand is forgotten. */
  setWay: defineEndpoint({
    method: 'PUT',
    path: '/api/roll-overs/:rollOverId/way',
    access: 'account',
    params: one,
    body: z.strictObject({ way: rollOverWay }),
    response: rollOver,
    problems: ['not-found', 'roll-over-over'],
  }),
  planGroup: defineEndpoint({
    method: 'PUT',
    path: '/api/roll-overs/:rollOverId/groups/:groupId',
    access: 'account',
    params: oneGroup,
    body: z.strictObject({
      toGroupId: destination,
      after: z.strictObject({ name: givenName(100), age: givenLine(60) }).nullable(),
    }),
    response: rollOver,
    problems: ['not-found', 'roll-over-over', 'invalid-request'],
  }),
  /** As it was proposed. */
  unplanGroup: defineEndpoint({
    method: 'DELETE',
    path: '/api/roll-overs/:rollOverId/groups/:groupId',
    access: 'account',
    params: oneGroup,
    response: rollOver,
    problems: ['not-found', 'roll-over-over'],
  }),
  /** The children of one group, by name. */
  children: defineEndpoint({
    method: 'GET',
    path: '/api/roll-overs/:rollOverId/groups/:groupId/children',
    access: 'account',
    params: oneGroup,
    response: z.object({ children: z.array(rollOverChild) }),
    problems: ['not-found', 'roll-over-over'],
  }),
  /** One child otherwise than its group. */
  planChild: defineEndpoint({
    method: 'PUT',
    path: '/api/roll-overs/:rollOverId/groups/:groupId/children/:childId',
    access: 'account',
    params: oneChild,
    body: z.strictObject({ toGroupId: destination }),
    response: rollOver,
    problems: ['not-found', 'roll-over-over', 'invalid-request'],
  }),
  unplanChild: defineEndpoint({
    method: 'DELETE',
    path: '/api/roll-overs/:rollOverId/groups/:groupId/children/:childId',
    access: 'account',
    params: oneChild,
    response: rollOver,
    problems: ['not-found', 'roll-over-over'],
  }),
  /** Gives up preparing it. */
  discard: defineEndpoint({
    method: 'DELETE',
    path: '/api/roll-overs/:rollOverId',
    access: 'account',
    params: one,
    response: z.object({}),
    problems: ['not-found', 'roll-over-over'],
  }),
  /** All or nothing, exactly what was looked at: groups, children, guardians, chats. */
  apply: defineEndpoint({
    method: 'PUT',
    path: '/api/roll-overs/:rollOverId/applied',
    access: 'account',
    params: one,
    body: z.strictObject({ seen: z.string().max(100) }),
    response: rollOver,
    problems: ['not-found', 'roll-over-over', 'roll-over-changed', 'roll-over-faulty', 'roll-over-empty'],
  }),
  /** Everything as it was before; refused as a whole, with what is in the way, once somebody went on from there. */
  undo: defineEndpoint({
    method: 'DELETE',
    path: '/api/roll-overs/:rollOverId/applied',
    access: 'account',
    params: one,
    response: rollOver,
    problems: ['not-found', 'roll-over-over', 'roll-over-late', 'roll-over-in-use'],
  }),
} as const
