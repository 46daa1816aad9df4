import type { TicketDesk, TicketState } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import { type TicketAction, type TicketFacts, ticketPolicy, type TicketVerdict } from './policy.ts'

/** Who looks. Of a desk: an administrator of the organization it is about, an operator of the platform. */
const whos = {
  'asker': { isAsker: true, isAdmin: false, isOperator: false },
  'asker who is administrator and operator': { isAsker: true, isAdmin: true, isOperator: true },
  'administrator': { isAsker: false, isAdmin: true, isOperator: false },
  'operator': { isAsker: false, isAdmin: false, isOperator: true },
  'both': { isAsker: false, isAdmin: true, isOperator: true },
  'stranger': { isAsker: false, isAdmin: false, isOperator: false },
} as const
type Who = keyof typeof whos

/** Where it stands, and has been. */
const places = {
  'at the organization': { desk: 'organization', wasInOrganization: true, wasAtPlatform: false },
  'back at the organization': { desk: 'organization', wasInOrganization: true, wasAtPlatform: true },
  'at the platform': { desk: 'platform', wasInOrganization: false, wasAtPlatform: true },
  'passed to the platform': { desk: 'platform', wasInOrganization: true, wasAtPlatform: true },
} as const satisfies Record<string, { desk: TicketDesk; wasInOrganization: boolean; wasAtPlatform: boolean }>
type Place = keyof typeof places

const states = ['new', 'in-work', 'waiting', 'solved'] as const satisfies TicketState[]
const holders = ['nobody', 'self', 'other'] as const

type Where = 'here' | 'elsewhere' | 'unseen'
/** Whether it stands at a desk of theirs, has stood there, or never did. */
const standing = {
  administrator: {
    'at the organization': 'here',
    'back at the organization': 'here',
    'at the platform': 'unseen',
    'passed to the platform': 'elsewhere',
  },
  operator: {
    'at the organization': 'unseen',
    'back at the organization': 'elsewhere',
    'at the platform': 'here',
    'passed to the platform': 'here',
  },
  both: {
    'at the organization': 'here',
    'back at the organization': 'here',
    'at the platform': 'here',
    'passed to the platform': 'here',
  },
  stranger: {
    'at the organization': 'unseen',
    'back at the organization': 'unseen',
    'at the platform': 'unseen',
    'passed to the platform': 'unseen',
  },
} as const satisfies Record<Exclude<Who, `asker${string}`>, Record<Place, Where>>

type Case = { readonly place: Place; readonly state: TicketState; readonly holder: (typeof holders)[number] }
type Rule = {
  /** Of the asker, whatever they are besides. */
  readonly asker: (given: Case) => TicketVerdict
  /** Of whoever works where it stands. */
  readonly here: (given: Case) => TicketVerdict
  readonly elsewhere: TicketVerdict
}

const always = (verdict: TicketVerdict) => () => verdict
const unlessHeld = ({ holder }: Case): TicketVerdict => (holder === 'other' ? 'ticket-taken' : 'allow')

// A missing action does not compile: it must be decided here first.
const table = {
  see: { asker: always('allow'), here: always('allow'), elsewhere: 'allow' },
  reply: { asker: always('allow'), here: unlessHeld, elsewhere: 'ticket-elsewhere' },
  note: { asker: always('forbidden'), here: always('allow'), elsewhere: 'ticket-elsewhere' },
  assign: {
    asker: always('forbidden'),
    here: ({ state }) => (state === 'solved' ? 'ticket-solved' : 'allow'),
    elsewhere: 'ticket-elsewhere',
  },
  pass: {
    asker: always('forbidden'),
    here: (given) => {
      if (given.state === 'solved') return 'ticket-solved'
      return given.place === 'at the platform' ? 'ticket-stays' : unlessHeld(given)
    },
    elsewhere: 'ticket-elsewhere',
  },
  solve: { asker: always('allow'), here: unlessHeld, elsewhere: 'ticket-elsewhere' },
  rate: {
    asker: ({ state }) => (state === 'solved' ? 'allow' : 'ticket-not-solved'),
    here: always('forbidden'),
    elsewhere: 'forbidden',
  },
  setRead: { asker: always('allow'), here: always('forbidden'), elsewhere: 'forbidden' },
} as const satisfies Record<TicketAction, Rule>

function verdictOf({ asker, here, elsewhere }: Rule, who: Who, given: Case): TicketVerdict {
  if (who === 'asker' || who === 'asker who is administrator and operator') return asker(given)
  const where: Where = standing[who][given.place]
  return where === 'unseen' ? 'not-found' : where === 'elsewhere' ? elsewhere : here(given)
}

describe.each(Object.entries(table))('%s', (action, rule) => {
  describe.each(Object.keys(whos) as Who[])('%s', (who) => {
    test.each(Object.keys(places) as Place[])('%s', (place) => {
      for (const state of states) {
        for (const holder of holders) {
          const given = { place, state, holder }
          const facts: TicketFacts = { ...whos[who], ...places[place], state, holder }
          const verdict = ticketPolicy[action as TicketAction](facts)
          expect({ ...given, verdict }).toEqual({ ...given, verdict: verdictOf(rule, who, given) })
        }
      }
    })
  })
})
