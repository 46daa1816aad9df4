import type { ProblemCode } from '@kolosok/contract'
import { ApiProblem, NoConnection } from '#lib/api.ts'
import { t } from './texts.ts'

const fields = [
  'table-unreadable',
  'table-empty',
  'table-too-long',
  'table-too-wide',
  'table-too-heavy',
  'file-missing',
  'archive-bomb',
  'offline',
] as const

/** Why a file or a pasted list was not taken, by the server's code or the upload's. */
export const sentenceOfField = (code: string): string =>
  t(`field.${fields.find((known) => known === code) ?? 'invalid'}`)

const known = [
  'import-has-bad-lines',
  'import-empty',
  'import-over',
  'import-in-use',
  'import-outdated',
  'not-found',
  'too-many-requests',
] as const satisfies readonly ProblemCode[]

export function sentenceOf(error: unknown): string {
  if (error instanceof NoConnection) return t('field.offline')
  if (!(error instanceof ApiProblem)) return t('fault.other')
  const { code, errors } = error.body
  const [field] = errors ?? []
  if (field?.pointer === '#/meanings') return t('meanings.twice')
  if (field) return sentenceOfField(field.code)
  return t(`fault.${known.find((one) => one === code) ?? 'other'}`)
}
