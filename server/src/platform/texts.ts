import { nestQuotes } from '@kolosok/contract'
import { IntlMessageFormat } from 'intl-messageformat'

type Values = Record<string, string | number | Date>

/** What the server itself writes (letters, SMS, documents): ICU messages from `locales/ru/<module>.ts`. */
export function createTexts<const Catalogue extends Record<string, string>>(
  catalogue: Catalogue,
): (key: keyof Catalogue & string, values?: Values) => string {
  const compiled = new Map<string, IntlMessageFormat>()
  return (key, values) => {
    const format = compiled.get(key) ?? new IntlMessageFormat(catalogue[key] ?? '', 'ru')
    compiled.set(key, format)
    return nestQuotes(format.format(values) as string)
  }
}
