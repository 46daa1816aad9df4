import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { Context } from '#platform/context.ts'

/** For tokens that nobody can guess: 160 bits and more. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

type Keyed = Pick<Context, 'secrets'>

/** For whatever is short enough to be tried out by whoever holds a copy of the database. */
export const hashSecret = ({ secrets }: Keyed, kind: string, text: string): Buffer =>
  createHmac('sha256', secrets.pepper).update(`${kind}:${text}`).digest()

export const hashSessionToken = (context: Keyed, token: string): Buffer => hashSecret(context, 'session', token)

export const createToken = (): string => randomBytes(32).toString('base64url')

export const createCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** What a hand or a keyboard's suggestion adds: spaces, a dash. */
export const digitsOf = (typed: string): string => typed.replace(/\D/g, '')

export const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)

// Each looks the same in Latin and Cyrillic, and none like another: nobody asks which keyboard is on.
const SIGNS = '23456789ACEHKMPTXY'
const LENGTH = 10
const latin: Record<string, string> = { А: 'A', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', Р: 'P', Т: 'T', Х: 'X', У: 'Y' }

export const createPersonalCodeText = (): string =>
  Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')

/** «KAXT2-48HPM»: as it is printed and shown. */
export const spellPersonalCode = (text: string): string => `${text.slice(0, 5)}-${text.slice(5)}`

/** As typed, in either alphabet, with or without the dash. */
export const readPersonalCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[А-Я]/g, (sign) => latin[sign] ?? sign)
    .replace(/[^0-9A-Z]/g, '')
