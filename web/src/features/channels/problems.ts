import type { ProblemCode } from '@kolosok/contract'
import { badFieldsIn, faultAmong, problemAmong } from '#lib/problem-words.ts'
import { t } from './texts.ts'

const known = [
  'channel-closed',
  'post-changed',
  'post-published',
  'post-not-published',
  'post-not-proposed',
  'poll-closed',
  'comments-closed',
  'edit-window-over',
  'poll-published',
  'too-many-requests',
  'too-many-pins',
  'forbidden',
  'not-found',
] as const satisfies readonly ProblemCode[]

/** Why it did not work, as a whole. */
export const sentenceOf = (error: unknown): string => t(`problem.${problemAmong(error, known)}`)

const faults = ['required', 'too-long', 'group-missing', 'file-missing'] as const

/** Bad fields by name; null when it failed for another reason. */
export const badFieldsOf = (error: unknown) => badFieldsIn(error, (fault) => t(`field.${faultAmong(fault, faults)}`))
