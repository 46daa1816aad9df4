import type { ProblemCode } from '@kolosok/contract'
import { problemAmong } from '#lib/problem-words.ts'
import { t } from './texts.ts'

const known = [
  'message-report-decided',
  'message-deleted',
  'post-not-published',
  'too-many-requests',
  'not-found',
  'forbidden',
] as const satisfies readonly ProblemCode[]

/** Why it did not work, in a sentence. */
export const sentenceOf = (error: unknown): string => t(`problem.${problemAmong(error, known)}`)
