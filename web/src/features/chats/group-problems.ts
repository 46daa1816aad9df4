import { ApiProblem } from '#lib/api.ts'
import { t } from './group-texts.ts'

const codes = [
  'required',
  'no-letters',
  'too-long',
  'invalid-character',
  'not-a-contact',
  'unconfirmed-among-parents',
] as const

const sentenceOf = (code: string): string => t(`field.${codes.find((known) => known === code) ?? 'invalid'}`)

/** The bad fields of a refused form, by name; null when it was refused for another reason. */
export function badFieldsOf(error: unknown): Record<string, string> | null {
  if (!(error instanceof ApiProblem) || error.body.code !== 'invalid-request' || !error.body.errors) return null
  return Object.fromEntries(error.body.errors.map(({ pointer, code }) => [pointer.slice(2), sentenceOf(code)]))
}
