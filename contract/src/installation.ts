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

/** «Состояние», for anybody: an answer at all means that it is up. Nothing in it tells of anybody or of the machine. */
export const installationStatus = z.object({
  upSince: z.iso.datetime(),
  areCallsAvailable: z.boolean(),
  /** When the last good backup was begun; null before the first. */
  lastBackupAt: z.iso.datetime().nullable(),
  /** A backup is later than it should be. */
  isBackupLate: z.boolean(),
})
export type InstallationStatus = z.infer<typeof installationStatus>

export const installationEndpoints = {
  get: defineEndpoint({
    method: 'GET',
    path: '/api/installation',
    access: 'public',
    response: installation,
    problems: [],
  }),
  status: defineEndpoint({
    method: 'GET',
    path: '/api/status',
    access: 'public',
    response: installationStatus,
    problems: [],
  }),
} as const
