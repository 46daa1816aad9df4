import { z } from 'zod'

/** As many as a queue shows at once. */
export const MAX_TOGETHER = 100

/** Many decisions in one call, each for itself: which counted, and why the others were left as they are. */
export const decidedTogether = <Id extends z.ZodType, Code extends string>(id: Id, codes: readonly [Code, ...Code[]]) =>
  z.object({
    done: z.array(id),
    left: z.array(z.object({ id, code: z.enum(codes) })),
  })
