import type { GuestState, ProblemCode } from '@kolosok/contract'

/** What everything about a guest's link follows from. */
export type LinkFacts = {
  readonly isRevoked: boolean
  /** Revoked since a guest was removed: the others who wait are not to blame. */
  readonly keepsWaiting: boolean
  /** By the clock: before the doors open, from then on, after its end; or called off, or no call belongs to it. */
  readonly meeting: 'early' | 'open' | 'over' | 'off'
  readonly isOrganizationClosed: boolean
}

export type GuestFacts = LinkFacts & {
  readonly isRemoved: boolean
  readonly isTurnedAway: boolean
  /** Into the call that goes on now. */
  readonly isLetIn: boolean
  /** Has said so, and not that they are back. */
  readonly hasLeft: boolean
}

export type LinkVerdict = 'allow' | Extract<ProblemCode, 'guest-link-closed' | 'meeting-early'>

const isDead = ({ meeting, isOrganizationClosed }: LinkFacts) => meeting === 'off' || isOrganizationClosed

export const guestLinkPolicy = {
  /** What the meeting is called, and when. */
  open: (link: LinkFacts): LinkVerdict =>
    isDead(link) || link.isRevoked || link.meeting === 'over' ? 'guest-link-closed' : 'allow',
  /** To be let in. */
  ask(link: LinkFacts): LinkVerdict {
    const verdict = guestLinkPolicy.open(link)
    return verdict === 'allow' && link.meeting === 'early' ? 'meeting-early' : verdict
  },
} as const

export type LinkAction = keyof typeof guestLinkPolicy

/** Whoever is in stays for as long as the call goes on, whatever becomes of the link; nobody comes back who was removed. */
export function stateOfGuest(guest: GuestFacts): GuestState {
  if (guest.isRemoved) return 'removed'
  if (isDead(guest)) return 'over'
  if (guest.isLetIn) return 'let-in'
  if ((guest.isRevoked && !guest.keepsWaiting) || guest.meeting === 'over') return 'over'
  if (guest.hasLeft) return 'left'
  return guest.isTurnedAway ? 'turned-away' : 'waiting'
}

/** Why somebody in this state gets no way into the room. */
export const refusals = {
  'waiting': 'waiting-room',
  'left': 'waiting-room',
  'turned-away': 'turned-away',
  'removed': 'removed-from-call',
  'over': 'call-ended',
} as const satisfies Record<Exclude<GuestState, 'let-in'>, ProblemCode>
