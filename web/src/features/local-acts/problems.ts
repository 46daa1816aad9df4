import type { ProblemCode } from '@kolosok/contract'
import { badFieldsIn, faultAmong, problemAmong } from '#lib/problem-words.ts'
import { t } from './texts.ts'

const known = [
  'local-act-changed',
  'local-act-not-draft',
  'local-act-step',
  'local-act-not-in-force',
  'local-act-has-next',
  'too-many-local-acts',
  'forbidden',
  'not-found',
] as const satisfies readonly ProblemCode[]

/** Why it did not work, as a whole. */
export const sentenceOf = (error: unknown): string => t(`problem.${problemAmong(error, known)}`)

const faults = ['required', 'no-letters', 'too-long', 'future', 'order', 'too-far', 'out-of-turn', 'past'] as const

/** Bad fields by name; null when it failed for another reason. */
export const badFieldsOf = (error: unknown) => badFieldsIn(error, (fault) => t(`field.${faultAmong(fault, faults)}`))

/** The whole where no field can say it. */
export const problemOf = (error: unknown): string | null =>
  error === null || badFieldsOf(error) !== null ? null : sentenceOf(error)
