import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { applicationId } from './ids.ts'
import { organizationKind } from './organizations.ts'

/** PDF, DOCX or a photo; checked by content. */
export const MAX_ORDER_BYTES = 20 * 1024 * 1024

/** 160 random bits, made by the applicant's browser, kept by us as a hash: whoever has the link is the applicant. */
export const applicationToken = z.string().regex(/^[A-Za-z0-9_-]{27}$/)

export const applicationState = z.enum(['submitted', 'returned', 'approved', 'refused', 'withdrawn'])
export type ApplicationState = z.infer<typeof applicationState>

/** As typed. The server names every bad field at once, so nothing is refused here one by one. */
const typed = z.string().trim().max(2_000).default('')
export const applicationForm = z.strictObject({
  organizationName: typed,
  kind: typed,
  inn: typed,
  address: typed,
  headName: typed,
  administratorName: typed,
  email: typed,
  phone: typed,
})
/** As the page sends it, and as it arrives. */
export type ApplicationForm = z.output<typeof applicationForm>

/** What is kept: checked, phone in E.164. */
export const applicationFacts = z.object({
  organizationName: z.string(),
  kind: organizationKind,
  inn: z.string(),
  address: z.string(),
  headName: z.string(),
  administratorName: z.string(),
  email: z.string(),
  phone: z.string(),
})
export type ApplicationFacts = z.infer<typeof applicationFacts>

export const applicationOrder = z.object({ name: z.string(), size: z.int(), mediaType: z.string() })
export type ApplicationOrder = z.infer<typeof applicationOrder>

export const applicationStep = z.object({
  kind: z.enum(['submitted', 'resubmitted', 'returned', 'approved', 'refused', 'withdrawn', 'claimed']),
  at: z.iso.datetime(),
  /** What has to be mended, or why not; empty otherwise. */
  reason: z.string(),
})
export type ApplicationStep = z.infer<typeof applicationStep>

/** What the private link shows. */
export const applicationStatus = z.object({
  state: applicationState,
  facts: applicationFacts,
  order: applicationOrder,
  /** Oldest first. */
  steps: z.array(applicationStep),
  /** The administrator has signed in with the number of the application. */
  isClaimed: z.boolean(),
  /** Each step is also told by e-mail. */
  isMailOn: z.boolean(),
  abilities: z.object({ correct: z.boolean(), withdraw: z.boolean() }),
})
export type ApplicationStatus = z.infer<typeof applicationStatus>

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
  isClaimed: z.boolean(),
  abilities: z.object({ approve: z.boolean(), return: z.boolean(), refuse: z.boolean(), makeCode: z.boolean() }),
})
export type OperatorApplication = z.infer<typeof operatorApplication>

const byToken = z.object({ token: applicationToken })
const byId = z.object({ applicationId })
const decision = z.strictObject({ revision: z.int() })
const reasoned = decision.extend({ reason: z.string().trim().min(1).max(2_000) })
const decided = ['not-found', 'application-decided', 'application-changed'] as const

export const applicationEndpoints = {
  /** Before submitting, or to replace it in a returned one: the next upload takes the place of this one. */
  putOrder: defineEndpoint({
    method: 'PUT',
    path: '/api/applications/:token/order',
    access: 'public',
    params: byToken,
    query: z.object({ name: z.string().max(400) }),
    body: 'file',
    response: applicationOrder,
    problems: ['file-refused', 'too-many-requests'],
  }),
  /** Submits, or submits again what was returned. Sent twice it is still one application. */
  submit: defineEndpoint({
    method: 'PUT',
    path: '/api/applications/:token',
    access: 'public',
    params: byToken,
    body: applicationForm,
    response: applicationStatus,
    problems: ['invalid-request', 'application-decided', 'too-many-requests'],
  }),
  status: defineEndpoint({
    method: 'GET',
    path: '/api/applications/:token',
    access: 'public',
    params: z.object({ token: z.string().max(100) }),
    response: applicationStatus,
    problems: ['not-found'],
  }),
  withdraw: defineEndpoint({
    method: 'POST',
    path: '/api/applications/:token/withdraw',
    access: 'public',
    params: byToken,
    response: applicationStatus,
    problems: ['not-found', 'application-decided'],
  }),

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
