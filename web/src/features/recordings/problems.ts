import type { ProblemCode } from '@kolosok/contract'
import { problemAmong } from '#lib/problem-words.ts'
import { t } from './texts.ts'

const known = [
  'recording-going-on',
  'recording-too-many',
  'recordings-full',
  'recordings-unavailable',
  'recorders-busy',
  'disk-low',
  'broadcast-not-live',
  'call-ended',
  'chat-read-only',
  'calls-unavailable',
  'forbidden',
  'not-found',
] as const satisfies readonly ProblemCode[]

export const sentenceOf = (error: unknown): string => t(`problem.${problemAmong(error, known)}`)
