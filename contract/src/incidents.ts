import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { incidentId, organizationId } from './ids.ts'
import { requiredText } from './notices.ts'

const MAX = 4_000
const text = z.string().trim().max(MAX)

/** What the notification and the report are made of; empty ones can be filled in later. */
export const incidentTexts = ['data', 'people', 'cause', 'harm', 'measures', 'contact', 'culprits'] as const
export type IncidentText = (typeof incidentTexts)[number]

const told = {
  noticedAt: z.iso.datetime(),
  happened: requiredText(MAX),
  data: text.default(''),
  people: text.default(''),
  cause: text.default(''),
  harm: text.default(''),
  measures: text.default(''),
  contact: text.default(''),
  culprits: text.default(''),
  notifiedAt: z.iso.datetime().nullable().default(null),
  reportedAt: z.iso.datetime().nullable().default(null),
  result: text.default(''),
}

/** Hours from when it was noticed: until then Roskomnadzor is notified, and told what the inquiry has found. */
export const incidentTerms = { notification: 24, report: 72 } as const
export type IncidentPaper = keyof typeof incidentTerms

export const incident = z.object({
  ...told,
  happened: z.string(),
  id: incidentId,
  organizationId: organizationId.nullable(),
  notifyBy: z.iso.datetime(),
  reportBy: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  rev: z.int().positive(),
})
export type Incident = z.infer<typeof incident>

export const givenIncident = z
  .strictObject({
    ...told,
    /** Null: of the installation as a whole. */
    organizationId: organizationId.nullable(),
    isClosed: z.boolean().default(false),
    /** What was changed; null for a new one. */
    rev: z.int().positive().nullable().default(null),
  })
  .refine(({ isClosed, result }) => !isClosed || result !== '', { path: ['result'], params: { code: 'required' } })

/** Of one organization, or of the installation. */
export const MAX_INCIDENTS = 500

export const incidentEndpoints = {
  /** Of one organization for its office; without one, those of the installation for its operators. Newest first. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/incidents',
    access: 'account',
    query: z.object({ organizationId: organizationId.optional(), before: incidentId.optional() }),
    response: z.object({ incidents: z.array(incident), next: incidentId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** The client chose the id: a retry changes nothing. */
  save: defineEndpoint({
    method: 'PUT',
    path: '/api/incidents/:incidentId',
    access: 'account',
    params: z.object({ incidentId }),
    body: givenIncident,
    response: incident,
    problems: ['not-found', 'forbidden', 'invalid-request', 'incident-changed', 'too-many-incidents'],
  }),
  /** Filled in as far as is known, to be sent in 24 and in 72 hours. */
  paper: defineEndpoint({
    method: 'GET',
    path: '/api/incidents/:incidentId/:paper.:format',
    access: 'account',
    params: z.object({ incidentId, paper: z.enum(['notification', 'report']), format: z.enum(['docx', 'pdf']) }),
    response: 'file',
    problems: ['not-found', 'forbidden'],
  }),
} as const
