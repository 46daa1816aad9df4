import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'

export const roomEndpoints = {
  /** LiveKit's own news about rooms, `application/webhook+json`, signed with its key in `Authorization`. */
  webhook: defineEndpoint({
    method: 'POST',
    path: '/api/livekit/webhook',
    access: 'public',
    body: z.string().max(1_000_000),
    response: z.object({}),
    problems: ['not-signed-in'],
  }),
} as const
