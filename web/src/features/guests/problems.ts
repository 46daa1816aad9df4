import type { ProblemCode } from '@kolosok/contract'
import { badFieldsIn, faultAmong, problemAmong } from '#lib/problem-words.ts'
import { t } from './texts.ts'

const known = [
  'guest-link-closed',
  'guest-link-full',
  'meeting-early',
  'too-many-guests',
  'too-many-requests',
] as const satisfies readonly ProblemCode[]

export const sentenceOf = (error: unknown): string => t(`problem.${problemAmong(error, known)}`)

const faults = ['required', 'too-long', 'not-a-name'] as const

export const badFieldsOf = (error: unknown) => badFieldsIn(error, (fault) => t(`field.${faultAmong(fault, faults)}`))
