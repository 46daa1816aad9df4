import { isProblem } from '#lib/api.ts'
import { t } from './texts.ts'

/** Why the decision did not count, in a sentence. */
export function problemOf(error: unknown): string {
  if (isProblem(error, 'join-request-decided')) return t('error.decided')
  if (isProblem(error, 'child-left')) return t('error.child-left')
  if (isProblem(error, 'group-archived')) return t('error.group-archived')
  return t('error.failed')
}
