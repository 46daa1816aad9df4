const UNSEEN = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\u2028\u2029]+/gu
const UNSEEN_IN_LINES = /(?:(?!\n)[\p{Cc}\p{Cf}\p{Cn}\p{Co}\u2028\u2029])+/gu

/** Control characters break the XML of a DOCX, marks of direction turn a name round (UAX 9). */
export const printable = <T>(value: T): T => clean(value, UNSEEN)

/** The same, where a text has lines. */
export const printableLines = <T>(value: T): T => clean(value, UNSEEN_IN_LINES)

function clean<T>(value: T, unseen: RegExp): T {
  if (typeof value === 'string') return value.replace(unseen, ' ') as T
  if (Array.isArray(value)) return value.map((inner: unknown) => clean(inner, unseen)) as T
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner, unseen)])) as T
}
