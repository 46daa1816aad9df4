import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'

/** Why there are no calls right now. */
export const callsTrouble = z.enum([
  /** Starting, or starting again after it ended. */
  'starting',
  /** The media server is being fetched or built; minutes. */
  'arriving',
  /** No way to get it worked. */
  'not-found',
  /** It is here, but ends at once. */
  'not-running',
  /** One of its ports is taken. */
  'port-taken',
  /** The one named by `LIVEKIT_URL` does not answer. */
  'unreachable',
])
export type CallsTrouble = z.infer<typeof callsTrouble>

/** What this installation can do: decides what the screens offer before anybody has signed in. */
export const installation = z.object({
  isDemo: z.boolean(),
  /** Gateways that deliver sign-in codes. A personal code on paper always works. */
  codeWays: z.array(z.enum(['sms', 'email'])),
  calls: z.object({ isAvailable: z.boolean(), trouble: callsTrouble.nullable() }),
})
export type Installation = z.infer<typeof installation>

export const installationEndpoints = {
  get: defineEndpoint({
    method: 'GET',
    path: '/api/installation',
    access: 'public',
    response: installation,
    problems: [],
  }),
} as const
