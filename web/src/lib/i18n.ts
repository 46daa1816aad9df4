import { nestQuotes } from '@kolosok/contract'
import { IntlMessageFormat } from 'intl-messageformat'

/** The language of the page. English waits for its catalogue: one file per feature beside `ru/`. */
export const locale = 'ru'

type Params<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Plain},${string}` ? Plain : Name) | Params<Rest>
  : never
type ParamsOf<Text extends string> = Exclude<Extract<Params<Text>, Lowercase<string> | string>, `${string} ${string}`>
type Parsed = Exclude<ConstructorParameters<typeof IntlMessageFormat>[0], string>
type Values = Record<string, string | number | Date>

/** `t('key', { name })`: a key of the catalogue, with every parameter its ICU message names. */
export type Translate<Catalogue extends Record<string, string>> = <Key extends keyof Catalogue & string>(
  key: Key,
  ...values: [ParamsOf<Catalogue[Key]>] extends [never] ? [] : [values: Values]
) => string

/**
 * The texts of one feature. Messages are ICU; the build replaces each by its parsed form
 * (`icu-catalogues` in `vite.config.ts`), so the parser is not shipped.
 */
export function createTexts<const Catalogue extends Record<string, string>>(
  catalogue: Catalogue,
): Translate<Catalogue> {
  const compiled = new Map<string, IntlMessageFormat>()
  return (key, ...[values]) => {
    const message = catalogue[key] as string | Parsed
    if (typeof message === 'string' && !message.includes('{')) return message
    const format = compiled.get(key) ?? new IntlMessageFormat(message, locale)
    compiled.set(key, format)
    return nestQuotes(format.format(values) as string)
  }
}
