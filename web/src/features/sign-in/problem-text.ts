import type { ProblemBody, ProblemCode } from '@kolosok/contract'
import { ApiProblem, NoConnection } from '#lib/api.ts'
import { splitTime, t } from './texts.ts'

const sentences: Partial<Record<ProblemCode, string>> = {
  'wrong-origin': t('error.wrong-origin'),
  'way-off': t('error.way-off'),
  'code-late': t('error.code-late'),
  'code-spent': t('error.code-spent'),
  'personal-code-late': t('error.personal-code-late'),
  'personal-code-early': t('error.personal-code-early'),
  'personal-code-used': t('error.personal-code-used'),
  'number-has-account': t('error.number-has-account'),
  'operator-link-spent': t('operator-link.spent'),
}

/** What went wrong and what to do next, in a sentence. */
export function problemText(error: unknown, { isPersonal = false } = {}): string {
  if (error instanceof NoConnection) return t('error.offline')
  return error instanceof ApiProblem ? sentenceOf(error.body, isPersonal) : t('error.unknown')
}

function sentenceOf({ code, params = {}, errors = [] }: ProblemBody, isPersonal: boolean): string {
  const time = splitTime(Number(params['seconds'] ?? 0))
  if (code === 'too-many-attempts') return t(isPersonal ? 'error.personal-too-many' : 'error.too-many-attempts', time)
  if (code === 'code-sent-recently') return t('error.code-sent-recently', time)
  const attemptsLeft = params['attemptsLeft'] ?? 0
  if (code === 'code-wrong') return t('error.code-wrong', { attemptsLeft })
  if (code === 'personal-code-wrong') return t('error.personal-code-wrong', { attemptsLeft })
  if (errors.some(({ pointer }) => pointer === '#/phone')) return t('error.phone-invalid')
  return sentences[code] ?? t('error.unknown')
}

/** The sentence beside one field, if the server refused it. */
export function fieldText(error: unknown, field: 'phone' | 'email'): string | null {
  if (!(error instanceof ApiProblem)) return null
  const isRefused = error.body.errors?.some(({ pointer }) => pointer === `#/${field}`) ?? false
  return isRefused ? t(`error.${field}-invalid`) : null
}
