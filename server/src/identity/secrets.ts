import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { Context } from '#platform/context.ts'
import { createSigns, readSigns } from '#platform/plain-signs.ts'

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

export const createPersonalCodeText = (): string => createSigns(10)

/** «KAXT2-48HPM»: as it is printed and shown. */
export const spellPersonalCode = (text: string): string => `${text.slice(0, 5)}-${text.slice(5)}`

export const readPersonalCode = readSigns
