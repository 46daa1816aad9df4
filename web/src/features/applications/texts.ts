import { createTexts } from '#lib/i18n.ts'
import { applications } from '#locales/ru/applications.ts'

export const t = createTexts(applications)

type Key = keyof typeof applications

/** The sentence of a code that came from the server; a general one for a code this page does not know yet. */
export function say(keys: readonly string[], otherwise: 'fault.unknown' | 'refused.other'): string {
  const known = keys.find((key): key is Key => key in applications)
  return t((known ?? otherwise) as 'fault.unknown')
}
