import type { ProblemCode } from '@kolosok/contract'
import { badFieldsIn, faultAmong, problemAmong } from '#lib/problem-words.ts'
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
export const sentenceOf = (error: unknown): string => t(`problem.${problemAmong(error, known)}`)

const faults = [
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
export const badFieldsOf = (error: unknown) => badFieldsIn(error, (fault) => t(`field.${faultAmong(fault, faults)}`))
