import { z } from 'zod'
import {
  applicationDraft,
  applicationFacts,
  applicationForm,
  applicationOrder,
  applicationState,
  applicationStep,
  applicationToken,
} from './application-form.ts'
import { applicationQueueEndpoints } from './application-queue.ts'
import { defineEndpoint } from './endpoint.ts'

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

/** What was read from a letter; nothing of it is checked before its sender submits it. */
export const mailedApplication = z.object({
  form: z.object(applicationForm.shape),
  order: applicationOrder.nullable(),
  /** Names of what else was attached. */
  otherFiles: z.array(z.string()),
})
export type MailedApplication = z.infer<typeof mailedApplication>

const byToken = z.object({ token: applicationToken })

export const applicationEndpoints = {
  /** The head's order or the letter (2.2), ready to print and sign. Nothing is kept. */
  draft: defineEndpoint({
    method: 'POST',
    path: '/api/applications/drafts',
    access: 'public',
    body: applicationDraft,
    response: 'file',
    problems: ['invalid-request', 'too-many-requests'],
  }),
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
  /** What a letter with the order has begun, for its sender to check, complete and submit. */
  mailed: defineEndpoint({
    method: 'GET',
    path: '/api/applications/:token/mailed',
    access: 'public',
    params: z.object({ token: z.string().max(100) }),
    response: mailedApplication,
    problems: ['not-found'],
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

  // What the operator decides.
  ...applicationQueueEndpoints,
} as const
