import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'

/** What goes by itself after a time. */
export const retentionKind = z.enum([
  'uploads',
  'sign-in-codes',
  'import-lines',
  'invitation-addresses',
  'invitees',
  'roll-over-traces',
  'archives',
  'acts',
  'mailed-applications',
  'article-votes',
  'broadcast-questions',
  'broadcast-messages',
  'guests-not-let-in',
  'materials',
  'recordings',
  'scheduled-messages',
  'webinar-registrations',
  'closed-organizations',
])
export type RetentionKind = z.infer<typeof retentionKind>

export const retentionEndpoints = {
  /** What the next run of each sweep takes away; counts, never whose. */
  preview: defineEndpoint({
    method: 'GET',
    path: '/api/retention',
    access: 'operator',
    response: z.object({
      kinds: z.array(z.object({ kind: retentionKind, keptDays: z.int(), count: z.int() })),
    }),
    problems: [],
  }),
} as const
