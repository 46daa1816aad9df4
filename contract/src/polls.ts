import { z } from 'zod'
import { accountId } from './ids.ts'

export const newPoll = z.strictObject({
  question: z.string().trim().min(1).max(300),
  options: z.array(z.string().trim().min(1).max(150)).min(2).max(20),
  isMultiple: z.boolean(),
})
export type NewPoll = z.infer<typeof newPoll>

const option = z.object({ text: z.string(), count: z.int().nonnegative() })

/** In a post: numbers and one's own answer. Who else has answered, or has not, no reader learns. */
export const countedPoll = z.object({
  question: z.string(),
  isMultiple: z.boolean(),
  /** An option is named by its place in the list. */
  options: z.array(option),
  /** Null while votes are taken. */
  closedAt: z.iso.datetime().nullable(),
  /** Different people who voted. */
  voters: z.int().nonnegative(),
  /** Places of the options one has chosen. */
  chosen: z.array(z.int().nonnegative()),
})
export type CountedPoll = z.infer<typeof countedPoll>

/** In a chat, where everybody sees who chose what. */
export const poll = countedPoll.omit({ chosen: true }).extend({
  options: z.array(option.extend({ accountIds: z.array(accountId) })),
})
export type Poll = z.infer<typeof poll>

/** A voter's choice; none withdraws it. */
export const vote = z.strictObject({ options: z.array(z.int().nonnegative()).max(20) })
