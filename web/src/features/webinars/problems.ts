import type { ProblemCode } from '@kolosok/contract'
import { badFieldsIn, faultAmong, problemAmong } from '#lib/problem-words.ts'
import { t } from './texts.ts'

const known = [
  'webinar-changed',
  'webinar-draft',
  'webinar-published',
  'webinar-begun',
  'webinar-early',
  'webinar-not-over',
  'webinar-without-certificates',
  'certificate-issued',
  'webinar-over',
  'webinar-cancelled',
  'too-many-webinars',
  'forbidden',
  'not-found',
] as const satisfies readonly ProblemCode[]

/** Why it did not work, as a whole. */
export const sentenceOf = (error: unknown): string => t(`problem.${problemAmong(error, known)}`)

const faults = [
  'required',
  'too-long',
  'no-letters',
  'past',
  'too-far',
  'ends-before-begin',
  'unknown-time-zone',
] as const

/** Bad fields by name; null when it failed for another reason. */
export const badFieldsOf = (error: unknown) => badFieldsIn(error, (fault) => t(`field.${faultAmong(fault, faults)}`))
