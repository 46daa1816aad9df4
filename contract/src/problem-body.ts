import { z } from 'zod'
import { type ProblemCode, problems } from './problem.ts'

/** One bad field. `code` and `params` choose the sentence on screen; `detail` is for developers. */
export const fieldError = z.object({
  pointer: z.string(),
  code: z.string(),
  detail: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type FieldError = z.infer<typeof fieldError>

/** RFC 9457 body. `type` is a stable URN; clients switch on `code`. */
export const problemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string().optional(),
  instance: z.string().optional(),
  /** What the sentence on screen needs: seconds to wait, attempts left … */
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  errors: z.array(fieldError).optional(),
})
export type ProblemBody = z.infer<typeof problemBody>
