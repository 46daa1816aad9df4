import type { ProblemCode } from '@kolosok/contract'
import { ApiProblem } from './api.ts'

/** Which of these it failed with, to say it in a sentence; anything else is `other`. */
export function problemAmong<Code extends ProblemCode>(error: unknown, known: readonly Code[]): Code | 'other' {
  const code = error instanceof ApiProblem ? error.body.code : null
  return known.find((one) => one === code) ?? 'other'
}

/** Which of these a field is refused for; anything else is `invalid`. */
export const faultAmong = <Fault extends string>(code: string, known: readonly Fault[]): Fault | 'invalid' =>
  known.find((one) => one === code) ?? 'invalid'

/** The bad fields of a refused form by name, each as `say` puts it; null when it was refused for another reason. */
export function badFieldsIn(
  error: unknown,
  say: (fault: string, field: string) => string,
): Readonly<Record<string, string>> | null {
  if (!(error instanceof ApiProblem) || error.body.code !== 'invalid-request' || !error.body.errors) return null
  return Object.fromEntries(
    error.body.errors.map(({ pointer, code }) => {
      const field = pointer.split('/')[1] ?? ''
      return [field, say(code, field)]
    }),
  )
}
