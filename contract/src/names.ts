import { z } from 'zod'

/** Odd spaces, invisible marks and doubled blanks come along when names are pasted; nobody means them. */
export function tidyName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** Two names are the same for whoever reads a list, whatever the case and ё/е. */
export function nameKey(text: string): string {
  return tidyName(text).toLocaleLowerCase('ru').replaceAll('ё', 'е')
}

/** A name that people typed: tidied, not empty, with at least one letter. */
export const givenName = (max: number) =>
  z
    .string()
    .max(10 * max, { error: 'too long' })
    .transform(tidyName)
    .superRefine((name, context) => {
      const code =
        name === '' ? 'required' : !/\p{L}/u.test(name) ? 'no-letters' : name.length > max ? 'too-long' : null
      if (code !== null) context.addIssue({ code: 'custom', message: code, params: { code } })
    })

/** One line that may stay empty. */
export const givenLine = (max: number) =>
  z
    .string()
    .max(10 * max, { error: 'too long' })
    .transform(tidyName)
    .superRefine((line, context) => {
      if (line.length > max) context.addIssue({ code: 'custom', message: 'too-long', params: { code: 'too-long' } })
    })
