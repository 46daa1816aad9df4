import { createSigns, readSigns } from '#platform/plain-signs.ts'

/** 18 signs, twelve of them: nobody guesses one in a lifetime of trying as often as they may. */
const LENGTH = 12

export const createNumber = (): string => createSigns(LENGTH)

export const readNumber = readSigns

/** KAXT-48HP-M2C7 */
export const spellNumber = <N extends string | null>(number: N): N =>
  (number === null ? null : number.replace(/(.{4})(?=.)/g, '$1-')) as N
