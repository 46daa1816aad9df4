import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { organizationId } from './ids.ts'

/** What waits for a decision of this reader. */
export const waiting = z.object({
  /** Requests to be confirmed, by organization; only where there are any. */
  confirmations: z.array(z.object({ organizationId, count: z.int().positive() })),
  /** Requests to be let in, by organization; only where there are any. */
  joinRequests: z.array(z.object({ organizationId, count: z.int().positive() })),
  /** Changes of a phone number to be decided, by organization; only where there are any. */
  phoneChanges: z.array(z.object({ organizationId, count: z.int().positive() })),
  /** Submitted applications; 0 for everybody but operators. */
  applications: z.int().nonnegative(),
})
export type Waiting = z.infer<typeof waiting>

export const waitingEndpoints = {
  /** Goes stale with `confirmations`, `join-requests` and `applications`. */
  get: defineEndpoint({
    method: 'GET',
    path: '/api/me/waiting',
    access: 'account',
    response: waiting,
    problems: [],
  }),
} as const
