import { NoConnection } from '#lib/api.ts'
import { badFieldsIn, faultAmong, problemAmong } from '#lib/problem-words.ts'
import { t } from './texts.ts'

const codes = [
  'scheduled-sent',
  'too-many-scheduled',
  'too-many-requests',
  'forbidden',
  'chat-read-only',
  'organization-closed',
  'not-found',
] as const
const faults = ['past', 'too-far', 'required', 'file-missing'] as const

/** What is wrong with each field; null when it was refused for another reason. */
export const fieldsIn = (error: unknown) => badFieldsIn(error, (fault) => t(`failed.${faultAmong(fault, faults)}`))

export function whyFailed(error: unknown): string {
  if (error instanceof NoConnection) return t('failed.offline')
  const [field] = Object.values(fieldsIn(error) ?? {})
  return field ?? t(`failed.${problemAmong(error, codes)}`)
}
