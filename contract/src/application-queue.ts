import { z } from 'zod'
import { applicationFacts, applicationOrder, applicationState, applicationStep } from './application-form.ts'
import { defineEndpoint } from './endpoint.ts'
import { applicationId } from './ids.ts'
import { outgoingLetter } from './outgoing-letters.ts'
import { organizationKind } from './organizations.ts'

export const queuedApplication = z.object({
  id: applicationId,
  state: applicationState,
  organizationName: z.string(),
  kind: organizationKind,
  inn: z.string(),
  administratorName: z.string(),
  changedAt: z.iso.datetime(),
  /** Other applications and organizations with this INN. */
  duplicates: z.int(),
})
export type QueuedApplication = z.infer<typeof queuedApplication>

export const duplicate = z.object({
  /** Null for an organization that is here without an application. */
  applicationId: applicationId.nullable(),
  organizationName: z.string(),
  /** Null for an organization. */
  state: applicationState.nullable(),
  at: z.iso.datetime(),
})
export type Duplicate = z.infer<typeof duplicate>

/** What the operator decides on. */
export const operatorApplication = z.object({
  id: applicationId,
  state: applicationState,
  /** Raised by every change: a decision names the one it was made on. */
  revision: z.int(),
  facts: applicationFacts,
  order: applicationOrder,
  steps: z.array(applicationStep.extend({ by: z.string() })),
  duplicates: z.array(duplicate),
  organizationCode: z.string().nullable(),
  /**
   * An organization of this INN in which nobody is left who could name an administrator: approving gives it, with all
   * that is in it, to the application's.
   */
  handsOver: z.string().nullable(),
  isClaimed: z.boolean(),
  /** The last letter to the contact; null where none was sent. */
  letter: outgoingLetter.nullable(),
  abilities: z.object({ approve: z.boolean(), return: z.boolean(), refuse: z.boolean(), makeCode: z.boolean() }),
})
export type OperatorApplication = z.infer<typeof operatorApplication>

const byId = z.object({ applicationId })
const decision = z.strictObject({ revision: z.int() })
const reasoned = decision.extend({ reason: z.string().trim().min(1).max(2_000) })
const decided = ['not-found', 'application-decided', 'application-changed'] as const

export const applicationQueueEndpoints = {
  /** Waiting ones: longest waiting first; the others: latest change first. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/operator/applications',
    access: 'operator',
    query: z.object({
      state: applicationState.default('submitted'),
      q: z.string().trim().max(100).optional(),
      after: z.string().max(100).optional(),
    }),
    response: z.object({
      applications: z.array(queuedApplication),
      next: z.string().nullable(),
      counts: z.record(applicationState, z.int()),
    }),
    problems: [],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/operator/applications/:applicationId',
    access: 'operator',
    params: byId,
    response: operatorApplication,
    problems: ['not-found'],
  }),
  order: defineEndpoint({
    method: 'GET',
    path: '/api/operator/applications/:applicationId/order',
    access: 'operator',
    params: byId,
    response: 'file',
    problems: ['not-found'],
  }),
  /** A DOCX as HTML: what the page still cleans before it shows it. */
  orderText: defineEndpoint({
    method: 'GET',
    path: '/api/operator/applications/:applicationId/order/text',
    access: 'operator',
    params: byId,
    response: z.object({ html: z.string() }),
    problems: ['not-found'],
  }),
  /** Makes the organization with «Педагоги»; its administrator is whoever signs in with the application's number. */
  approve: defineEndpoint({
    method: 'POST',
    path: '/api/operator/applications/:applicationId/approve',
    access: 'operator',
    params: byId,
    body: decision,
    response: operatorApplication,
    problems: decided,
  }),
  /** Also an approved one whose administrator has not come: that is how a wrong number is corrected. */
  return: defineEndpoint({
    method: 'POST',
    path: '/api/operator/applications/:applicationId/return',
    access: 'operator',
    params: byId,
    body: reasoned,
    response: operatorApplication,
    problems: decided,
  }),
  refuse: defineEndpoint({
    method: 'POST',
    path: '/api/operator/applications/:applicationId/refuse',
    access: 'operator',
    params: byId,
    body: reasoned,
    response: operatorApplication,
    problems: decided,
  }),
  /** A personal code for the administrator whom neither SMS nor a letter reaches; shown this once. */
  makeCode: defineEndpoint({
    method: 'POST',
    path: '/api/operator/applications/:applicationId/personal-code',
    access: 'operator',
    params: byId,
    response: z.object({ code: z.string(), expiresAt: z.iso.datetime() }),
    problems: ['not-found', 'application-decided'],
  }),
} as const
