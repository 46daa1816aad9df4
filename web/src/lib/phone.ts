const RUSSIAN = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/

/** «+7 912 345-67-89»; other countries' numbers as they are. */
export const formatPhone = (phone: string): string => phone.replace(RUSSIAN, '+7 $1 $2-$3-$4')

/** Groups a Russian number while it is typed; whatever else is typed stays as it is, and the server reads it. */
export function groupPhone(typed: string): string {
  if (!/^[+\d\s()-]*$/.test(typed)) return typed
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
