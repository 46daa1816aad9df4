const PATRONYMIC = /(?:вич|ьич|мич|вна|чна|оглы|кызы)$/iu

export type FullName = { readonly givenName: string; readonly patronymic: string; readonly familyName: string }

/** «Елена Павловна Кузнецова», typed or pasted into one field, in either order; null when it is one word. */
export function splitName(text: string): FullName | null {
  const words = text.trim().split(/\s+/)
  const [one = '', two = '', three = ''] = words
  if (words.length < 2 || words.length > 3) return null
  if (words.length === 2) {
    return PATRONYMIC.test(two)
      ? { givenName: one, patronymic: two, familyName: '' }
      : { givenName: one, patronymic: '', familyName: two }
  }
  return PATRONYMIC.test(three) && !PATRONYMIC.test(two)
    ? { familyName: one, givenName: two, patronymic: three }
    : { givenName: one, patronymic: two, familyName: three }
}

/** Who signs as «Павловна» is hardly the father. A proposal; one tap changes it. */
export function guessWho(patronymic: string): 'mother' | 'father' | '' {
  if (/(?:вна|чна|кызы)$/iu.test(patronymic.trim())) return 'mother'
  return /(?:ич|оглы)$/iu.test(patronymic.trim()) ? 'father' : ''
}
