import type { GuestState } from '@kolosok/contract'
import { expect, test } from 'vitest'
import {
  type GuestFacts,
  guestLinkPolicy,
  type LinkAction,
  type LinkFacts,
  type LinkVerdict,
  stateOfGuest,
} from './policy.ts'

type Meeting = LinkFacts['meeting']
type Link = 'open' | 'revoked' | 'closed by a removal' | 'of a closed organization'
const links: Record<Link, Omit<LinkFacts, 'meeting'>> = {
  'open': { isRevoked: false, keepsWaiting: false, isOrganizationClosed: false },
  'revoked': { isRevoked: true, keepsWaiting: false, isOrganizationClosed: false },
  'closed by a removal': { isRevoked: true, keepsWaiting: true, isOrganizationClosed: false },
  'of a closed organization': { isRevoked: false, keepsWaiting: false, isOrganizationClosed: true },
}
const closed = {
  early: 'guest-link-closed',
  open: 'guest-link-closed',
  over: 'guest-link-closed',
  off: 'guest-link-closed',
} as const

const table = {
  open: {
    'open': { ...closed, early: 'allow', open: 'allow' },
    'revoked': closed,
    'closed by a removal': closed,
    'of a closed organization': closed,
  },
  ask: {
    'open': { ...closed, early: 'meeting-early', open: 'allow' },
    'revoked': closed,
    'closed by a removal': closed,
    'of a closed organization': closed,
  },
} as const satisfies Record<LinkAction, Record<Link, Record<Meeting, LinkVerdict>>>

const cases = Object.entries(table).flatMap(([action, byLink]) =>
  Object.entries<Record<Meeting, LinkVerdict>>(byLink).flatMap(([link, byMeeting]) =>
    Object.entries(byMeeting).map(([meeting, verdict]) => ({ action, link, meeting, verdict })),
  ),
) as { action: LinkAction; link: Link; meeting: Meeting; verdict: LinkVerdict }[]

test.each(cases)('$action a link ($link) of a meeting ($meeting): $verdict', ({ action, link, meeting, verdict }) => {
  expect(guestLinkPolicy[action]({ ...links[link], meeting })).toBe(verdict)
})

type Who = 'who waits' | 'who is in' | 'who was turned away' | 'who has left' | 'who hung up' | 'who was removed'
const waits = { isRemoved: false, isTurnedAway: false, isLetIn: false, hasLeft: false }
const people: Record<Who, Omit<GuestFacts, keyof LinkFacts>> = {
  'who waits': waits,
  'who is in': { ...waits, isLetIn: true },
  'who was turned away': { ...waits, isTurnedAway: true },
  'who has left': { ...waits, isTurnedAway: true, hasLeft: true },
  'who hung up': { ...waits, isLetIn: true, hasLeft: true },
  'who was removed': { ...waits, isRemoved: true, isLetIn: true },
}
const each = (state: GuestState) => ({ early: state, open: state, over: state, off: state })

const states = {
  'who waits': {
    'open': { early: 'waiting', open: 'waiting', over: 'over', off: 'over' },
    'revoked': each('over'),
    'closed by a removal': { early: 'waiting', open: 'waiting', over: 'over', off: 'over' },
    'of a closed organization': each('over'),
  },
  'who is in': {
    'open': { ...each('let-in'), off: 'over' },
    'revoked': { ...each('let-in'), off: 'over' },
    'closed by a removal': { ...each('let-in'), off: 'over' },
    'of a closed organization': each('over'),
  },
  'who was turned away': {
    'open': { early: 'turned-away', open: 'turned-away', over: 'over', off: 'over' },
    'revoked': each('over'),
    'closed by a removal': { early: 'turned-away', open: 'turned-away', over: 'over', off: 'over' },
    'of a closed organization': each('over'),
  },
  'who has left': {
    'open': { early: 'left', open: 'left', over: 'over', off: 'over' },
    'revoked': each('over'),
    'closed by a removal': { early: 'left', open: 'left', over: 'over', off: 'over' },
    'of a closed organization': each('over'),
  },
  'who hung up': {
    'open': { ...each('let-in'), off: 'over' },
    'revoked': { ...each('let-in'), off: 'over' },
    'closed by a removal': { ...each('let-in'), off: 'over' },
    'of a closed organization': each('over'),
  },
  'who was removed': {
    'open': each('removed'),
    'revoked': each('removed'),
    'closed by a removal': each('removed'),
    'of a closed organization': each('removed'),
  },
} as const satisfies Record<Who, Record<Link, Record<Meeting, GuestState>>>

const standings = Object.entries(states).flatMap(([who, byLink]) =>
  Object.entries(byLink).flatMap(([link, byMeeting]) =>
    Object.entries(byMeeting).map(([meeting, state]) => ({ who, link, meeting, state })),
  ),
) as { who: Who; link: Link; meeting: Meeting; state: GuestState }[]

test.each(standings)('a guest $who, by a link ($link) to a meeting ($meeting): $state', (row) => {
  expect(stateOfGuest({ ...links[row.link], ...people[row.who], meeting: row.meeting })).toBe(row.state)
})
