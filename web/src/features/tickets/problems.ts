import type { ProblemCode } from '@kolosok/contract'
import { ApiProblem } from '#lib/api.ts'
import { badFieldsIn, faultAmong, problemAmong } from '#lib/problem-words.ts'
import { t } from './texts.ts'

const known = [
  'ticket-taken',
  'ticket-elsewhere',
  'ticket-solved',
  'ticket-not-solved',
  'ticket-stays',
  'too-many-tickets',
  'too-many-requests',
  'forbidden',
  'not-found',
] as const satisfies readonly ProblemCode[]

/** Why it did not work, as a whole. */
export function sentenceOf(error: unknown): string {
  const params = error instanceof ApiProblem ? error.body.params : undefined
  const name = params?.['name']
  return t(`problem.${problemAmong(error, known)}`, {
    name: name === undefined || name === '' ? 'none' : name,
    minutes: Math.max(1, Math.ceil(Number(params?.['seconds'] ?? 60) / 60)),
  })
}

const faults = ['required', 'too-long', 'own-desk', 'file-missing'] as const

/** Bad fields by name; null when it failed for another reason. */
export const badFieldsOf = (error: unknown) =>
  badFieldsIn(error, (fault, field) => t(field === 'email' ? 'field.email' : `field.${faultAmong(fault, faults)}`))
