import type { ProblemCode } from '@kolosok/contract'
import { notifications } from '@mantine/notifications'
import { ApiProblem } from '#lib/api.ts'
import { t } from './texts.ts'

const known = [
  'forbidden',
  'not-found',
  'staff-group-stays',
  'group-archived',
  'group-name-taken',
  'child-left',
  'child-elsewhere',
  'role-held-already',
  'substitution-over',
] as const satisfies readonly ProblemCode[]

/** What went wrong with the act as a whole, in a sentence. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) return t('failed')
  const { code, params } = error.body
  if (code === 'group-not-empty') return t('problem.group-not-empty', { count: Number(params?.['count'] ?? 0) })
  if (code === 'group-holds-groups') return t('problem.group-holds-groups', { count: Number(params?.['count'] ?? 0) })
  const found = known.find((name) => name === code)
  return found ? t(`problem.${found}`) : t('failed')
}

const fieldCodes = [
  'required',
  'too-long',
  'invalid-character',
  'no-letters',
  'taken',
  'duplicate',
  'not-an-email',
  'not-a-phone',
  'unknown-time-zone',
  'not-management',
  'in-itself',
  'too-deep',
  'unknown',
  'past',
  'before-first-day',
  'too-late',
  'overlaps',
  'leads-already',
  'substitutes-already',
  'not-a-day',
] as const

/** What is wrong with one field, in a sentence. */
const sentenceOfField = (code: string): string => t(`field.${fieldCodes.find((known) => known === code) ?? 'invalid'}`)

/** The bad fields of a refused form, by name; null when it was refused for another reason. */
export function badFieldsOf(error: unknown): Record<string, string> | null {
  if (!(error instanceof ApiProblem) || error.body.code !== 'invalid-request' || !error.body.errors) return null
  return Object.fromEntries(error.body.errors.map(({ pointer, code }) => [pointer.slice(2), sentenceOfField(code)]))
}

export function showProblem(error: unknown): void {
  notifications.show({ color: 'red', message: sentenceOf(error) })
}
