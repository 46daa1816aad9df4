import type { ProblemCode } from '@kolosok/contract'
import { badFieldsIn, faultAmong, problemAmong } from '#lib/problem-words.ts'
import { t } from './texts.ts'

const known = [
  'broadcast-changed',
  'broadcast-early',
  'broadcast-started',
  'broadcast-not-live',
  'broadcast-over',
  'broadcast-cancelled',
  'broadcast-without-questions',
  'broadcast-without-chat',
  'muted-in-broadcast',
  'too-many-requests',
  'question-closed',
  'stage-full',
  'too-many-questions',
  'channel-closed',
  'calls-unavailable',
  'forbidden',
  'not-found',
] as const satisfies readonly ProblemCode[]

/** Why it did not work, as a whole. */
export const sentenceOf = (error: unknown): string => t(`problem.${problemAmong(error, known)}`)

const faults = ['required', 'too-long', 'no-letters', 'past', 'too-far', 'group-missing', 'channel-missing'] as const

/** Bad fields by name; null when it failed for another reason. */
export const badFieldsOf = (error: unknown) => badFieldsIn(error, (fault) => t(`field.${faultAmong(fault, faults)}`))
