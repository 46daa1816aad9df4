import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { membershipId } from './ids.ts'

export const comingBackEndpoints = {
  /**
   * A personal code for somebody who can't get in any more (new device, lost phone), to be handed over in person.
   * Shown this once; ends the one made before it. Its owner's other devices show who made it.
   */
  makeCode: defineEndpoint({
    method: 'POST',
    path: '/api/memberships/:membershipId/coming-back-codes',
    access: 'account',
    params: z.object({ membershipId }),
    response: z.object({ code: z.string(), expiresAt: z.iso.datetime() }),
    problems: ['not-found', 'forbidden'],
  }),
} as const
