import type { ProblemCode } from '@kolosok/contract'
import { notifications } from '@mantine/notifications'
import { badFieldsIn, faultAmong, problemAmong } from '#lib/problem-words.ts'
import { t } from './texts.ts'

const known = [
  'material-changed',
  'material-folder-full',
  'too-many-material-folders',
  'too-many-versions',
  'group-archived',
  'message-deleted',
  'forbidden',
  'not-found',
] as const satisfies readonly ProblemCode[]

/** Why it did not work, as a whole. */
export const sentenceOf = (error: unknown): string => t(`problem.${problemAmong(error, known)}`)

export function showProblem(error: unknown): void {
  notifications.show({ color: 'red', message: sentenceOf(error) })
}

const faults = ['required', 'too-long', 'no-letters', 'not-a-link', 'link-or-file', 'file-missing'] as const

/** Bad fields by name; null when it failed for another reason. */
export const badFieldsOf = (error: unknown) => badFieldsIn(error, (fault) => t(`field.${faultAmong(fault, faults)}`))
