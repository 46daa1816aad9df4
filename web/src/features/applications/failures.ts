import { ApiProblem, NoConnection } from '#lib/api.ts'
import { say, t } from './texts.ts'

/** What could not be done, in a sentence. */
export function explain(error: unknown): string {
  if (error instanceof NoConnection) return t('error.connection')
  if (!(error instanceof ApiProblem)) return t('error.unknown')
  const { code, params = {} } = error.body
  if (code === 'file-refused') return say([`refused.${String(params['reason'])}`], 'refused.other')
  if (code === 'too-many-requests')
    return t('error.too-many', { minutes: Math.ceil(Number(params['seconds'] ?? 60) / 60) })
  if (code === 'wrong-origin') return t('error.wrong-origin')
  if (code === 'application-decided' || code === 'application-changed') return t('error.decided')
  return t('error.unknown')
}

/** The bad fields of a refused form, each with its sentence; null for any other failure. */
export function faultsOf(error: unknown): Record<string, string> | null {
  if (!(error instanceof ApiProblem) || !error.body.errors) return null
  const entries = error.body.errors.map(({ pointer, code }) => {
    const field = pointer.slice(2)
    return [field, say([`fault.${field}.${code}`, `fault.${code}`], 'fault.unknown')]
  })
  return Object.fromEntries(entries) as Record<string, string>
}
