import type { ProblemCode } from '@kolosok/contract'
import { badFieldsIn, faultAmong, problemAmong } from '#lib/problem-words.ts'
import { t } from './texts.ts'

const known = [
  'meeting-changed',
  'meeting-over',
  'meeting-cancelled',
  'meeting-early',
  'too-many-guests',
  'protocol-signed',
  'protocol-changed',
  'protocol-empty',
  'task-changed',
  'work-changed',
  'work-accepted',
  'chat-read-only',
  'forbidden',
  'not-found',
] as const satisfies readonly ProblemCode[]

/** Why it did not work, as a whole. */
export const sentenceOf = (error: unknown): string => t(`problem.${problemAmong(error, known)}`)

const faults = [
  'required',
  'too-long',
  'past',
  'too-far',
  'ends-before-begin',
  'group-missing',
  'not-a-contact',
  'groups-only',
] as const

/** Bad fields by name; null when it failed for another reason. */
export const badFieldsOf = (error: unknown) => badFieldsIn(error, (fault) => t(`field.${faultAmong(fault, faults)}`))
