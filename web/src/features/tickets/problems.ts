import type { ProblemCode } from '@kolosok/contract'
import { ApiProblem } from '#lib/api.ts'
import { t } from './texts.ts'

const known = [
  'ticket-taken',
  'ticket-elsewhere',
  'ticket-solved',
  'ticket-not-solved',
  'ticket-stays',
  'too-many-tickets',
  'too-many-requests',
  'forbidden',
  'not-found',
] as const satisfies readonly ProblemCode[]

/** Why it did not work, as a whole. */
export function sentenceOf(error: unknown): string {
  const { code, params } = error instanceof ApiProblem ? error.body : { code: null, params: undefined }
  const name = params?.['name']
  return t(`problem.${known.find((one) => one === code) ?? 'other'}`, {
    name: name === undefined || name === '' ? 'none' : name,
    minutes: Math.max(1, Math.ceil(Number(params?.['seconds'] ?? 60) / 60)),
  })
}

const codes = ['required', 'too-long', 'own-desk', 'file-missing'] as const

/** Bad fields by name; null when it failed for another reason. */
export function badFieldsOf(error: unknown): Readonly<Record<string, string>> | null {
  if (!(error instanceof ApiProblem) || error.body.code !== 'invalid-request' || !error.body.errors) return null
  return Object.fromEntries(
    error.body.errors.map(({ pointer, code }) => {
      const field = pointer.split('/')[1] ?? ''
      if (field === 'email') return [field, t('field.email')]
      return [field, t(`field.${codes.find((one) => one === code) ?? 'invalid'}`)]
    }),
  )
}
