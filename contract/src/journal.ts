import { z } from 'zod'
import { auditAction } from './audit-actions.ts'
import { givenDay } from './day.ts'
import { defineEndpoint } from './endpoint.ts'
import { accountId, membershipId, organizationId } from './ids.ts'
import { journalKind } from './journal-kinds.ts'

/** Who did it: a person as the organization knows them, the installation's operator, or the system by itself. */
const journalAuthor = z.object({
  kind: z.enum(['person', 'operator', 'system']),
  name: z.string(),
  /** Of somebody who belongs here, or did. */
  membershipId: membershipId.nullable(),
})

/** One line: ids and actions as they were written, with the names of today. */
export const journalEntry = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  action: auditAction,
  author: journalAuthor,
  /** The browser's User-Agent; empty for the system. */
  device: z.string(),
  /** What the sentence is made of; empty where the action has none of it. */
  names: z.object({
    /** On whom or on what it was done. */
    subject: z.string(),
    person: z.string(),
    /** Several groups are joined by commas. */
    group: z.string(),
    fromGroup: z.string(),
  }),
  details: z.object({
    count: z.int(),
    role: z.string(),
    kind: z.string(),
    isHead: z.boolean().nullable(),
    fields: z.array(z.string()),
  }),
})
export type JournalEntry = z.infer<typeof journalEntry>

export const journalEndpoints = {
  /** Newest first, by pages; `before` is the last entry of the page before. Days are the organization's own. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/journal',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({
      /** Who did it. */
      by: accountId.optional(),
      /** On whom. */
      about: membershipId.optional(),
      kind: journalKind.optional(),
      from: givenDay.optional(),
      until: givenDay.optional(),
      before: z.uuid().optional(),
      /** For an export: 500 at once rather than 50. */
      many: z.literal('1').optional(),
    }),
    response: z.object({ entries: z.array(journalEntry), next: z.uuid().nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
} as const
