import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { accountId, webinarId, webinarMaterialId } from './ids.ts'
import {
  givenCancelling,
  givenWebinar,
  givenWebinarMaterial,
  registrationState,
  webinarMaterial,
  webinarPerson,
  webinarPlan,
} from './webinars.ts'

const params = z.object({ webinarId })

/** What the platform's operators do with them. */
export const webinarPlanEndpoints = {
  /** Drafts and what comes, on the first page; what is over or called off by pages, newest first. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/operator/webinars',
    access: 'operator',
    query: z.object({ before: webinarId.optional() }),
    response: z.object({ ahead: z.array(webinarPlan), past: z.array(webinarPlan), next: webinarId.nullable() }),
    problems: [],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/operator/webinars/:webinarId',
    access: 'operator',
    params,
    response: webinarPlan.extend({ materials: z.array(webinarMaterial) }),
    problems: ['not-found'],
  }),
  /** Writes a draft or changes what is announced; the client chose the id, so a retry changes nothing. */
  save: defineEndpoint({
    method: 'PUT',
    path: '/api/operator/webinars/:webinarId',
    access: 'operator',
    params,
    body: givenWebinar,
    response: webinarPlan,
    problems: [
      'not-found',
      'invalid-request',
      'webinar-changed',
      'webinar-begun',
      'webinar-over',
      'webinar-cancelled',
      'too-many-webinars',
    ],
  }),
  publish: defineEndpoint({
    method: 'PUT',
    path: '/api/operator/webinars/:webinarId/publication',
    access: 'operator',
    params,
    /** As it was read before it was announced. */
    body: z.strictObject({ rev: z.int().positive() }),
    response: webinarPlan,
    problems: ['not-found', 'invalid-request', 'webinar-changed', 'webinar-begun', 'webinar-over', 'webinar-cancelled'],
  }),
  cancel: defineEndpoint({
    method: 'PUT',
    path: '/api/operator/webinars/:webinarId/cancellation',
    access: 'operator',
    params,
    body: givenCancelling,
    response: webinarPlan,
    problems: ['not-found', 'invalid-request', 'webinar-draft', 'webinar-begun', 'webinar-over', 'webinar-cancelled'],
  }),
  /** Only a draft: what was announced is called off. */
  remove: defineEndpoint({
    method: 'DELETE',
    path: '/api/operator/webinars/:webinarId',
    access: 'operator',
    params,
    response: z.object({}),
    problems: ['not-found', 'webinar-published', 'webinar-over', 'webinar-cancelled'],
  }),
  /** Who is registered, and who waits, in the order they came. */
  people: defineEndpoint({
    method: 'GET',
    path: '/api/operator/webinars/:webinarId/people',
    access: 'operator',
    params,
    query: z.object({ state: registrationState.optional(), after: z.string().max(100).optional() }),
    response: z.object({ people: z.array(webinarPerson), next: z.string().nullable() }),
    problems: ['not-found'],
  }),
  /** Who was there, said by hand: of as many as were ticked. */
  mark: defineEndpoint({
    method: 'PUT',
    path: '/api/operator/webinars/:webinarId/attendance',
    access: 'operator',
    params,
    body: z.strictObject({ accountIds: z.array(accountId).min(1).max(500), attended: z.boolean() }),
    response: z.object({}),
    problems: [
      'not-found',
      'invalid-request',
      'webinar-draft',
      'webinar-early',
      'webinar-cancelled',
      'certificate-issued',
    ],
  }),
  /** To everybody who was there and has none yet. */
  issue: defineEndpoint({
    method: 'PUT',
    path: '/api/operator/webinars/:webinarId/certificates',
    access: 'operator',
    params,
    response: z.object({ issued: z.int().nonnegative() }),
    problems: ['not-found', 'webinar-draft', 'webinar-not-over', 'webinar-cancelled', 'webinar-without-certificates'],
  }),
  /** Issued by mistake: whoever looks at its number is told so. */
  revoke: defineEndpoint({
    method: 'DELETE',
    path: '/api/operator/webinars/:webinarId/people/:accountId/certificate',
    access: 'operator',
    params: z.object({ webinarId, accountId }),
    response: z.object({}),
    problems: ['not-found'],
  }),
  addMaterial: defineEndpoint({
    method: 'PUT',
    path: '/api/operator/webinars/:webinarId/materials/:materialId',
    access: 'operator',
    params: z.object({ webinarId, materialId: webinarMaterialId }),
    body: givenWebinarMaterial,
    response: z.object({}),
    problems: ['not-found', 'invalid-request', 'too-many-materials'],
  }),
  removeMaterial: defineEndpoint({
    method: 'DELETE',
    path: '/api/operator/webinars/:webinarId/materials/:materialId',
    access: 'operator',
    params: z.object({ webinarId, materialId: webinarMaterialId }),
    response: z.object({}),
    problems: ['not-found'],
  }),
} as const
