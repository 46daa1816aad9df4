import { z } from 'zod'
import { givenDay } from './day.ts'
import { defineEndpoint } from './endpoint.ts'
import { adminOrderId, fileId, membershipId, organizationId } from './ids.ts'
import { givenLine } from './names.ts'
import { person } from './people.ts'

export const adminOrderKind = z.enum(['appointed', 'dismissed'])
export type AdminOrderKind = z.infer<typeof adminOrderKind>

/** The head's order by which somebody became an administrator, or ceased to be one (2.1). Kept for good. */
export const adminOrder = z.object({
  /** The first administrator's is the order of the application, and has its id. */
  id: z.uuid(),
  kind: adminOrderKind,
  name: z.string(),
  membershipId: membershipId.nullable(),
  /** Empty, and no date, for the order of the application: nobody typed them there. */
  number: z.string(),
  date: z.iso.date().nullable(),
  file: z.object({ fileId, name: z.string(), size: z.int(), mediaType: z.string() }),
  at: z.iso.datetime(),
  /** Who entered it. */
  by: z.string(),
  isFromApplication: z.boolean(),
})
export type AdminOrder = z.infer<typeof adminOrder>

const administrator = z.object({
  person,
  fullName: z.string(),
  isHead: z.boolean(),
  /** May this reader dismiss this one? */
  mayBeDismissed: z.boolean(),
})
export type Administrator = z.infer<typeof administrator>

export const administratorEndpoints = {
  /** Who is administrator now, and every order, newest first, by pages. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/administrators',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ before: z.uuid().optional() }),
    response: z.object({
      administrators: z.array(administrator),
      orders: z.array(adminOrder),
      next: z.uuid().nullable(),
      mayAppoint: z.boolean(),
      /** Confirmed staff that could be appointed; empty for a reader who may not. */
      candidates: z.array(z.object({ membershipId, fullName: z.string(), position: z.string() })),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  /** The client chose the id: a retry changes nothing. The file is an upload of the caller's. */
  enterOrder: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/admin-orders/:adminOrderId',
    access: 'account',
    params: z.object({ organizationId, adminOrderId }),
    body: z.strictObject({
      kind: adminOrderKind,
      membershipId,
      number: givenLine(40).refine((number) => number !== '', { params: { code: 'required' } }),
      date: givenDay,
      fileId,
    }),
    response: adminOrder,
    problems: [
      'not-found',
      'forbidden',
      'invalid-request',
      'admin-already',
      'not-admin',
      'not-confirmed-teacher',
      'last-admin',
    ],
  }),
} as const
