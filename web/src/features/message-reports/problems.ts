import type { ProblemCode } from '@kolosok/contract'
import { ApiProblem } from '#lib/api.ts'
import { t } from './texts.ts'

const known = [
  'message-report-decided',
  'message-deleted',
  'too-many-requests',
  'not-found',
  'forbidden',
] as const satisfies readonly ProblemCode[]

/** Why it did not work, in a sentence. */
export function sentenceOf(error: unknown): string {
  const code = error instanceof ApiProblem ? error.body.code : null
  return t(`problem.${known.find((one) => one === code) ?? 'other'}`)
}
