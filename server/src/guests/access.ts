import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { DOORS_OPEN_MS } from '#meetings/index.ts'
import { guestLinkPolicy, type LinkAction, type LinkFacts } from './policy.ts'
import { findGuestByKey, findLinkByToken, type GuestRow, type HeldLink } from './store.ts'
import { hashOf } from './token.ts'

export function factsOf(link: HeldLink, now: Date): LinkFacts {
  return {
    isRevoked: link.revokedAt !== null,
    keepsWaiting: link.keepsWaiting,
    meeting: stageOf(link, now),
    isOrganizationClosed: link.closedAt !== null,
  }
}

function stageOf({ cancelledAt, kind, startsAt, endsAt }: HeldLink, now: Date): LinkFacts['meeting'] {
  if (cancelledAt || kind === 'in-person') return 'off'
  if (endsAt <= now) return 'over'
  return startsAt.getTime() - now.getTime() > DOORS_OPEN_MS ? 'early' : 'open'
}

/** The only door for whoever holds a link. */
export async function accessGuestLink(db: Db, token: string, action: LinkAction, now: Date): Promise<HeldLink> {
  const link = await findLinkByToken(db, hashOf(token))
  if (!link) throw new AppError('not-found')
  const verdict = guestLinkPolicy[action](factsOf(link, now))
  if (verdict !== 'allow') throw new AppError(verdict)
  return link
}

/** The only door for whoever has asked: their key opens this one guest's place, and nothing else. */
export async function accessGuest(db: Db, key: string): Promise<GuestRow> {
  const guest = await findGuestByKey(db, hashOf(key))
  if (!guest) throw new AppError('not-found')
  return guest
}
