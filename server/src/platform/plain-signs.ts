import { randomInt } from 'node:crypto'

// Each looks the same in Latin and Cyrillic, and none like another: nobody asks which keyboard is on.
const SIGNS = '23456789ACEHKMPTXY'
const latin: Record<string, string> = { А: 'A', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', Р: 'P', Т: 'T', Х: 'X', У: 'Y' }

/** So many at random, to be read from paper and typed. */
export const createSigns = (length: number): string =>
  Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join('')

/** As typed, in either alphabet, with or without dashes. */
export const readSigns = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[А-Я]/g, (sign) => latin[sign] ?? sign)
    .replace(/[^0-9A-Z]/g, '')
