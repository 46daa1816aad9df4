import type { ProblemCode } from '@kolosok/contract'
import { ApiProblem } from '#lib/api.ts'
import { t } from './texts.ts'

const known = [
  'admin-already',
  'not-admin',
  'not-confirmed-teacher',
  'last-admin',
  'forbidden',
  'not-found',
] as const satisfies readonly ProblemCode[]

/** What went wrong with the order as a whole. */
export function sentenceOf(error: unknown): string {
  const code = error instanceof ApiProblem ? error.body.code : null
  return t(`problem.${known.find((one) => one === code) ?? 'other'}`)
}

const codes = ['required', 'file-missing', 'order-type', 'too-long'] as const

/** Bad fields by name; null when the order was refused for another reason. */
export function badFieldsOf(error: unknown): Record<string, string> | null {
  if (!(error instanceof ApiProblem) || error.body.code !== 'invalid-request' || !error.body.errors) return null
  return Object.fromEntries(
    error.body.errors.map(({ pointer, code }) => [
      pointer.slice(2),
      t(`field.${codes.find((one) => one === code) ?? 'invalid'}`),
    ]),
  )
}
