import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { organizationId } from './ids.ts'

/** What was looked at: somebody's page, a child's, a list taken away, slips printed, a register drawn. */
export const accessKind = z.enum(['person', 'child', 'people-list', 'children-list', 'slips', 'register'])
export type AccessKind = z.infer<typeof accessKind>

/** Once a day for each reader, kind, and person or child. */
export const accessEntry = z.object({
  id: z.uuid(),
  /** The first time that day. */
  at: z.iso.datetime(),
  kind: accessKind,
  reader: z.string(),
  /** Of whom; empty for a list, and where the name is not known any more. */
  about: z.string(),
  organization: z.string(),
})
export type AccessEntry = z.infer<typeof accessEntry>

const before = z.object({ before: z.uuid().optional() })
const page = z.object({ entries: z.array(accessEntry), next: z.uuid().nullable() })

export const accessEndpoints = {
  /** Who looked at whose data in one organization, newest first. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/accesses',
    access: 'account',
    params: z.object({ organizationId }),
    query: before,
    response: page,
    problems: ['not-found', 'forbidden'],
  }),
  /** Who looked at oneself, and at one's children. */
  own: defineEndpoint({
    method: 'GET',
    path: '/api/me/accesses',
    access: 'account',
    query: before,
    response: page,
    problems: [],
  }),
} as const
