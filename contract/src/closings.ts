import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { closingId, dataExportId, organizationId } from './ids.ts'

/** Between the closing of an organization and the erasing of its data. */
export const CLOSING_DAYS = 30

export const closing = z.object({
  id: closingId,
  closedAt: z.iso.datetime(),
  /** As people of the organization know them; empty for whoever is known no more. */
  closedBy: z.string(),
  /** From then on there is no way back. */
  eraseAt: z.iso.datetime(),
})
export type Closing = z.infer<typeof closing>

/** What a closing ends at once, counted now. */
export const closingEffects = z.object({
  people: z.int(),
  chats: z.int(),
  calls: z.int(),
  links: z.int(),
  meetings: z.int(),
  broadcasts: z.int(),
  joinRequests: z.int(),
})
export type ClosingEffects = z.infer<typeof closingEffects>

/** As the operator sees it: open again, erased, or in its term. */
export const closingState = z.enum(['closed', 'reopened', 'erased'])
export const closingEntry = closing.extend({
  organizationId,
  organization: z.string(),
  state: closingState,
  /** When it was opened again, or erased. */
  endedAt: z.iso.datetime().nullable(),
  actNumber: z.int().nullable(),
})
export type ClosingEntry = z.infer<typeof closingEntry>

const place = z.object({ organizationId })
const one = z.object({ organizationId, closingId })
const byOperator = z.object({ closingId })

export const closingEndpoints = {
  /** The closing that holds, and who may do what about it. */
  get: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/closing',
    access: 'account',
    params: place,
    response: z.object({ closing: closing.nullable(), mayClose: z.boolean(), effects: closingEffects.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Its name is typed once more by whoever closes it. An archive is gathered beside it. */
  close: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/closings/:closingId',
    access: 'account',
    params: one,
    body: z.strictObject({ name: z.string().max(400), dataExportId }),
    response: closing,
    problems: ['not-found', 'forbidden', 'invalid-request', 'organization-closed'],
  }),
  /** Doing it twice changes nothing. */
  reopen: defineEndpoint({
    method: 'DELETE',
    path: '/api/organizations/:organizationId/closings/:closingId',
    access: 'account',
    params: one,
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'organization-erased'],
  }),
  list: defineEndpoint({
    method: 'GET',
    path: '/api/operator/closings',
    access: 'operator',
    query: z.object({ before: closingId.optional() }),
    response: z.object({ closings: z.array(closingEntry), next: closingId.nullable() }),
    problems: ['invalid-request'],
  }),
  reopenByOperator: defineEndpoint({
    method: 'DELETE',
    path: '/api/operator/closings/:closingId',
    access: 'operator',
    params: byOperator,
    response: z.object({}),
    problems: ['not-found', 'organization-erased'],
  }),
  /** PDF: what was erased, what stays and why. */
  act: defineEndpoint({
    method: 'GET',
    path: '/api/operator/closings/:closingId/act',
    access: 'operator',
    params: byOperator,
    response: 'file',
    problems: ['not-found'],
  }),
} as const
