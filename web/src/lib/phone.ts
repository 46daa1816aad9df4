const RUSSIAN = /^\+7\s?(\d{3})\s?(\d{3})-?(\d{2})-?(\d{2})$/

/** Browsers end a line after a hyphen, and half a number is read as another one: a word joiner forbids it. */
const HYPHEN = '-\u2060'
const SPACE = '\u00a0'

/** «+7 912 345-67-89», never across two lines; other countries' numbers as they are. Not for a field: `groupPhone`. */
export const formatPhone = (phone: string): string =>
  phone.replace(RUSSIAN, ['+7', '$1', ['$2', '$3', '$4'].join(HYPHEN)].join(SPACE))

/** Groups a Russian number while it is typed; whatever else is typed stays as it is, and the server reads it. */
export function groupPhone(typed: string): string {
  // With what a copied number brings along.
  if (!/^[+\d\s\u2060()-]*$/.test(typed)) return typed
  const digits = typed.replace(/\D/g, '')
  const isRussian = /^(\+?7|8|9)/.test(typed.trim())
  if (!isRussian || digits.length < 2) return typed
  const national = digits.startsWith('9') ? digits : digits.slice(1)
  if (national.length > 10) return typed
  const [, code = '', first = '', second = '', third = ''] =
    /^(\d{0,3})(\d{0,3})(\d{0,2})(\d{0,2})$/.exec(national) ?? []
  const rest = [first, second, third].filter((part) => part !== '').join('-')
  return `+7 ${code}${rest && ` ${rest}`}`
}
