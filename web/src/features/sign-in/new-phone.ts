import type { CodeHandle, PhoneChangeId } from '@kolosok/contract'
import { isProblem } from '#lib/api.ts'
import { createTexts } from '#lib/i18n.ts'
import { phoneChanges } from '#locales/ru/phone-changes.ts'
import { fieldText, problemText } from './problem-text.ts'

const t = createTexts(phoneChanges)

/** What speaks for one's being the owner of the old number. */
export type OldProof = 'sms' | 'email' | 'none'

/** Codes on their way; none to the old number where somebody decides instead. */
export type ChangeSent = {
  readonly id: PhoneChangeId
  readonly phone: string
  readonly old: OldProof
  readonly newHandle: CodeHandle
  readonly oldHandle: CodeHandle | null
}

export function sentenceOf(error: unknown): string {
  if (isProblem(error, 'phone-same')) return t('own.same')
  if (isProblem(error, 'number-has-account')) return t('own.taken')
  if (isProblem(error, 'phone-change-waiting')) return t('own.waiting-already')
  if (isProblem(error, 'too-many-requests')) return t('too-often')
  return fieldText(error, 'phone') ?? problemText(error)
}
