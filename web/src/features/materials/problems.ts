import type { ProblemCode } from '@kolosok/contract'
import { notifications } from '@mantine/notifications'
import { ApiProblem } from '#lib/api.ts'
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
export function sentenceOf(error: unknown): string {
  const code = error instanceof ApiProblem ? error.body.code : null
  return t(`problem.${known.find((one) => one === code) ?? 'other'}`)
}

export function showProblem(error: unknown): void {
  notifications.show({ color: 'red', message: sentenceOf(error) })
}

const codes = ['required', 'too-long', 'no-letters', 'not-a-link', 'link-or-file', 'file-missing'] as const

/** Bad fields by name; null when it failed for another reason. */
export function badFieldsOf(error: unknown): Readonly<Record<string, string>> | null {
  if (!(error instanceof ApiProblem) || error.body.code !== 'invalid-request' || !error.body.errors) return null
  return Object.fromEntries(
    error.body.errors.map(({ pointer, code }) => [
      pointer.split('/')[1] ?? '',
      t(`field.${codes.find((one) => one === code) ?? 'invalid'}`),
    ]),
  )
}
