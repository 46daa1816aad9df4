import { z } from 'zod'

/** As many as a queue shows at once. */
export const MAX_TOGETHER = 100

/** By when it was asked or decided, or by name; what waits begins with the oldest, what is decided with the newest. */
export const queueSort = z.enum(['time', '-time', 'name', '-name'])
export type QueueSort = z.infer<typeof queueSort>

export const queueState = z.enum(['requested', 'decided'])
export type QueueState = z.infer<typeof queueState>

/** Which part of a queue is meant, and in which order. */
export const queueFilter = { state: queueState.default('requested'), sort: queueSort.optional() }

/** As many as one workbook or one print takes. */
export const MAX_QUEUE_EXPORTED = 2_000

/** Many decisions in one call, each for itself: which counted, and why the others were left as they are. */
export const decidedTogether = <Id extends z.ZodType, Code extends string>(id: Id, codes: readonly [Code, ...Code[]]) =>
  z.object({
    done: z.array(id),
    left: z.array(z.object({ id, code: z.enum(codes) })),
  })
