import { z } from 'zod'
import { accountId } from './ids.ts'

export const newPoll = z.strictObject({
  question: z.string().trim().min(1).max(300),
  options: z.array(z.string().trim().min(1).max(150)).min(2).max(20),
  isMultiple: z.boolean(),
})
export type NewPoll = z.infer<typeof newPoll>

/** An option is named by its place in the list. */
export const poll = z.object({
  question: z.string(),
  isMultiple: z.boolean(),
  options: z.array(z.object({ text: z.string(), count: z.int().nonnegative(), accountIds: z.array(accountId) })),
  /** Null while votes are taken. */
  closedAt: z.iso.datetime().nullable(),
  /** Different people who voted. */
  voters: z.int().nonnegative(),
})
export type Poll = z.infer<typeof poll>
