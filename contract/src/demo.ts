import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { accountId } from './ids.ts'

/** Somebody whom a visitor of the demonstration can become. */
export const demoPerson = z.object({
  accountId,
  /** As documents have it, the family name first. */
  fullName: z.string(),
  /** As others see them inside. */
  name: z.string(),
  /** «воспитатель», «мама Вани»; what is special about them, if anything. */
  label: z.string(),
  part: z.enum(['operator', 'administration', 'teachers', 'parents']),
  groupNames: z.array(z.string()),
})
export type DemoPerson = z.infer<typeof demoPerson>

export const demoOutgoing = z.object({
  kind: z.enum(['mail', 'sms']),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
})
export type DemoOutgoing = z.infer<typeof demoOutgoing>

/** There only in the demonstration; anywhere else these answer like any unknown address. */
export const demoEndpoints = {
  people: defineEndpoint({
    method: 'GET',
    path: '/api/demo/people',
    access: 'public',
    response: z.object({ people: z.array(demoPerson) }),
    problems: ['not-found'],
  }),
  become: defineEndpoint({
    method: 'POST',
    path: '/api/demo/people/:accountId/session',
    access: 'public',
    params: z.object({ accountId }),
    response: z.object({}),
    problems: ['not-found'],
  }),
  /** Newest first: what would have gone out by mail and SMS. */
  outgoing: defineEndpoint({
    method: 'GET',
    path: '/api/demo/outgoing',
    access: 'public',
    response: z.object({ messages: z.array(demoOutgoing) }),
    problems: ['not-found'],
  }),
} as const
