import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { webinarId } from './ids.ts'
import { certificate, certificateNumber, givenAttendeeName, webinar, webinarMaterial } from './webinars.ts'

const params = z.object({ webinarId })

export const webinarEndpoints = {
  /** What is announced for the reader: what comes, on the first page; what is over by pages, newest first. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/webinars',
    access: 'account',
    query: z.object({ before: webinarId.optional() }),
    response: z.object({ ahead: z.array(webinar), past: z.array(webinar), next: webinarId.nullable() }),
    problems: [],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/webinars/:webinarId',
    access: 'account',
    params,
    /** `proposedName`: what the papers would call the reader, to be put right while registering. */
    response: webinar.extend({ proposedName: z.string(), materials: z.array(webinarMaterial) }),
    problems: ['not-found'],
  }),
  /** A seat, or a place in the line for one; again: another name. */
  register: defineEndpoint({
    method: 'PUT',
    path: '/api/webinars/:webinarId/registration',
    access: 'account',
    params,
    body: z.strictObject({ name: givenAttendeeName }),
    response: webinar,
    problems: [
      'not-found',
      'forbidden',
      'invalid-request',
      'webinar-draft',
      'webinar-begun',
      'webinar-over',
      'webinar-cancelled',
    ],
  }),
  withdraw: defineEndpoint({
    method: 'DELETE',
    path: '/api/webinars/:webinarId/registration',
    access: 'account',
    params,
    response: webinar,
    problems: ['not-found', 'forbidden', 'webinar-draft', 'webinar-begun', 'webinar-over', 'webinar-cancelled'],
  }),
  /** For one's own calendar program. */
  calendarFile: defineEndpoint({
    method: 'GET',
    path: '/api/webinars/:webinarId/webinar.ics',
    access: 'account',
    params,
    response: 'file',
    problems: ['not-found'],
  }),
  /** One's own certificate, to print. */
  paper: defineEndpoint({
    method: 'GET',
    path: '/api/webinars/:webinarId/certificate.pdf',
    access: 'account',
    params,
    response: 'file',
    problems: ['not-found'],
  }),
} as const

export const certificateEndpoints = {
  /** Is it a true one? For anybody who holds it. */
  get: defineEndpoint({
    method: 'GET',
    path: '/api/certificates/:number',
    access: 'public',
    params: z.object({ number: certificateNumber }),
    response: certificate,
    problems: ['not-found', 'too-many-requests'],
  }),
} as const
