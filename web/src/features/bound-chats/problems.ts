import { ApiProblem, isProblem } from '#lib/api.ts'
import { t } from './texts.ts'

export const sentenceOf = (error: unknown): string =>
  t(isProblem(error, 'chat-read-only') ? 'problem.chat-read-only' : 'failed')

const codes = ['required', 'no-letters', 'too-long', 'invalid-character'] as const

function sentenceOfField(code: string): string {
  if (code === 'unknown-group') return t('problem.unknown-group')
  return t(`field.${codes.find((known) => known === code) ?? 'invalid'}`)
}

/** The bad fields of a refused form, by name; null when it was refused for another reason. */
export function badFieldsOf(error: unknown): Record<string, string> | null {
  if (!(error instanceof ApiProblem) || error.body.code !== 'invalid-request' || !error.body.errors) return null
  return Object.fromEntries(error.body.errors.map(({ pointer, code }) => [pointer.slice(2), sentenceOfField(code)]))
}
