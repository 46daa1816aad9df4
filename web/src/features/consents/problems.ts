import type { ProblemCode } from '@kolosok/contract'
import { badFieldsIn, faultAmong, problemAmong } from '#lib/problem-words.ts'
import { t } from './texts.ts'

const known = [
  'consent-outdated',
  'consent-changed',
  'consent-closed',
  'organization-closed',
  'consent-asked-already',
  'too-many-consents',
  'too-many-requests',
  'forbidden',
  'not-found',
] as const satisfies readonly ProblemCode[]

/** Why it did not work, as a whole. */
export const sentenceOf = (error: unknown): string => t(`problem.${problemAmong(error, known)}`)

const faults = ['required', 'no-letters', 'too-long', 'future', 'file-missing'] as const

/** Bad fields by name; null when it failed for another reason. */
export const badFieldsOf = (error: unknown) => badFieldsIn(error, (fault) => t(`field.${faultAmong(fault, faults)}`))
