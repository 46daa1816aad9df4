import type { ProblemCode } from '@kolosok/contract'
import { ApiProblem } from '#lib/api.ts'
import { t } from './texts.ts'

const known = [
  'notice-changed',
  'notice-answered',
  'notice-over',
  'notice-withdrawn',
  'notice-answer-changed',
  'notice-reminded',
  'too-many-notices',
  'forbidden',
  'not-found',
] as const satisfies readonly ProblemCode[]

/** Why it did not work, as a whole. */
export function sentenceOf(error: unknown): string {
  const code = error instanceof ApiProblem ? error.body.code : null
  return t(`problem.${known.find((one) => one === code) ?? 'other'}`)
}

const codes = [
  'required',
  'too-long',
  'options',
  'past',
  'too-far',
  'group-missing',
  'file-missing',
  'no-children',
] as const

/** Bad fields by name; null when it failed for another reason. */
export function badFieldsOf(error: unknown): Readonly<Record<string, string>> | null {
  if (!(error instanceof ApiProblem) || error.body.code !== 'invalid-request' || !error.body.errors) return null
  return Object.fromEntries(
    error.body.errors.map(({ pointer, code }) => [
      pointer.split('/')[1] ?? '',
      t(`field.${codes.find((one) => one === code) ?? 'invalid'}`),
    ]),
  )
}
