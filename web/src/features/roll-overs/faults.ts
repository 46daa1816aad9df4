import type { ProblemCode } from '@kolosok/contract'
import { ApiProblem } from '#lib/api.ts'
import { t } from './texts.ts'

const known = [
  'roll-over-over',
  'roll-over-changed',
  'roll-over-faulty',
  'roll-over-empty',
  'roll-over-late',
  'not-found',
] as const satisfies readonly ProblemCode[]

export function sentenceOf(error: unknown): string {
  const code = error instanceof ApiProblem ? error.body.code : null
  return t(`fault.${known.find((one) => one === code) ?? 'other'}`)
}

const fields = ['required', 'too-long', 'no-letters', 'unknown'] as const

/** By the last part of where it stands: `after/name` is the name's. */
export function badFieldsOf(error: unknown): Record<string, string> | null {
  if (!(error instanceof ApiProblem) || error.body.code !== 'invalid-request' || !error.body.errors) return null
  return Object.fromEntries(
    error.body.errors.map(({ pointer, code }) => [
      pointer.split('/').at(-1) ?? '',
      t(`field.${fields.find((one) => one === code) ?? 'invalid'}`),
    ]),
  )
}

const reasons = ['child-gone-on', 'group-changed', 'name-taken'] as const

/** What is in the way of undoing, a sentence each; null when it was refused for another reason. */
export function reasonsIn(error: unknown): string[] | null {
  if (!(error instanceof ApiProblem) || error.body.code !== 'roll-over-in-use') return null
  return (error.body.errors ?? []).flatMap(({ code, params }) => {
    const reason = reasons.find((one) => one === code)
    return reason ? [t(`in-use.${reason}`, { name: String(params?.['name'] ?? '') })] : []
  })
}
