import { z } from 'zod'

/**
 * The last letter about something, as far as we know: a server has taken it, or why not yet, or why never. `refused`: the
 * address takes none; `later` and `unreachable`: it is tried again.
 */
export const outgoingLetter = z.object({
  state: z.enum(['waiting', 'sent', 'failed']),
  reason: z.enum(['refused', 'later', 'unreachable']).nullable(),
  at: z.iso.datetime(),
})
export type OutgoingLetter = z.infer<typeof outgoingLetter>
