import { type Certificate, type WebinarId, wallClockAt } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { networkOf } from '#platform/network-of.ts'
import { type Limit, passLimits } from '#platform/rate-limits.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { accessWebinar } from './access.ts'
import { readNumber, spellNumber } from './certificate-number.ts'
import { type CertificateRow, findCertificate, findOwnCertificate } from './certificate.store.ts'
import { drawCertificate } from './draw-certificate.ts'

const MINUTE = 60_000
/** More than an office checks in a while, and nothing for a robot. */
const looking: Limit = { every: 60, firstWaitMs: 5 * MINUTE, longestWaitMs: 60 * MINUTE, forgetMs: 60 * MINUTE }

/** For anybody who holds it: what it says, and whether it still holds. */
export async function getCertificate(context: Context, typed: string, address: string): Promise<Certificate> {
  const limits = { [`certificate:${networkOf(address)}`]: looking }
  await transact(context.db, (tx) => passLimits(tx, context.clock(), limits))
  const row = await findCertificate(context.db, readNumber(typed))
  if (!row) throw new AppError('not-found')
  return present(row)
}

function present({ issuedAt, revokedAt, ...row }: CertificateRow): Certificate {
  const { number, name, organization, title, kind, heldOn, minutes } = row
  return {
    ...{ name, organization, title, kind, heldOn, minutes },
    number: spellNumber(number),
    issuedOn: wallClockAt(issuedAt, 'UTC').day,
    isRevoked: revokedAt !== null,
  }
}

/** One's own, to print. */
export async function getPaper(context: Context, actor: Actor, id: WebinarId): Promise<FileAnswer> {
  await accessWebinar(context.db, actor, id, 'see', context.clock())
  const row = await findOwnCertificate(context.db, id, actor.accountId)
  if (!row) throw new AppError('not-found')
  return drawCertificate(present(row), context.config.publicUrl)
}
