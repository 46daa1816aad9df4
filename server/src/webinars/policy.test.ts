import { describe, expect, test } from 'vitest'
import { type WebinarAction, type WebinarFacts, webinarPolicy, type WebinarVerdict } from './policy.ts'

/** How they stand to it. */
const stands = {
  'an operator': { isOperator: true, isForThem: false, isRegistered: false },
  'an operator it is for': { isOperator: true, isForThem: true, isRegistered: true },
  'somebody it is for': { isOperator: false, isForThem: true, isRegistered: false },
  'somebody registered': { isOperator: false, isForThem: true, isRegistered: true },
  'somebody registered who has left': { isOperator: false, isForThem: false, isRegistered: true },
  'anybody else': { isOperator: false, isForThem: false, isRegistered: false },
} as const satisfies Record<string, Pick<WebinarFacts, 'isOperator' | 'isForThem' | 'isRegistered'>>
type Stand = keyof typeof stands

/** How it stands; at a place unless said. */
const moments = {
  'draft': { state: 'draft', hasBegun: false, isOnline: false, isOnAir: false },
  'published': { state: 'published', hasBegun: false, isOnline: false, isOnAir: false },
  'begun': { state: 'published', hasBegun: true, isOnline: false, isOnAir: false },
  'awaited online': { state: 'published', hasBegun: true, isOnline: true, isOnAir: false },
  'on the air': { state: 'published', hasBegun: true, isOnline: true, isOnAir: true },
  'over': { state: 'over', hasBegun: true, isOnline: false, isOnAir: false },
  'cancelled': { state: 'cancelled', hasBegun: false, isOnline: false, isOnAir: false },
} as const satisfies Record<string, Pick<WebinarFacts, 'state' | 'hasBegun' | 'isOnline' | 'isOnAir'>>
type Moment = keyof typeof moments

type Moments = Record<Moment, WebinarVerdict>
const always = (verdict: WebinarVerdict): Moments => ({
  'draft': verdict,
  'published': verdict,
  'begun': verdict,
  'awaited online': verdict,
  'on the air': verdict,
  'over': verdict,
  'cancelled': verdict,
})
const [yes, hidden] = [always('allow'), always('not-found')]
const announced: Moments = { ...yes, draft: 'not-found' }
const remembered: Moments = { ...hidden, over: 'allow' }
const seats: Moments = {
  ...yes,
  draft: 'webinar-draft',
  begun: 'webinar-begun',
  over: 'webinar-over',
  cancelled: 'webinar-cancelled',
}
const unlessOnAir = { ...yes, 'on the air': 'webinar-begun' } as const
const onlyOperators = (verdicts: Moments) => ({
  'an operator': verdicts,
  'an operator it is for': verdicts,
  'somebody it is for': hidden,
  'somebody registered': hidden,
  'somebody registered who has left': hidden,
  'anybody else': hidden,
})
const takesSeats = {
  'an operator': always('forbidden'),
  'an operator it is for': seats,
  'somebody it is for': { ...seats, draft: 'not-found' },
  'somebody registered': { ...seats, draft: 'not-found' },
  'somebody registered who has left': { ...hidden, over: 'forbidden' },
  'anybody else': hidden,
} as const

// A missing action or state does not compile: it must be decided here first.
const table = {
  see: {
    'an operator': yes,
    'an operator it is for': yes,
    'somebody it is for': announced,
    'somebody registered': announced,
    'somebody registered who has left': remembered,
    'anybody else': hidden,
  },
  register: takesSeats,
  withdraw: takesSeats,
  run: onlyOperators(yes),
  change: onlyOperators({ ...unlessOnAir, over: 'webinar-over', cancelled: 'webinar-cancelled' }),
  publish: onlyOperators({ ...yes, over: 'webinar-over', cancelled: 'webinar-cancelled' }),
  cancel: onlyOperators({ ...unlessOnAir, draft: 'webinar-draft', over: 'webinar-over' }),
  mark: onlyOperators({ ...yes, draft: 'webinar-draft', published: 'webinar-early', cancelled: 'webinar-cancelled' }),
  issue: onlyOperators({
    ...always('webinar-not-over'),
    draft: 'webinar-draft',
    over: 'allow',
    cancelled: 'webinar-cancelled',
  }),
  remove: onlyOperators({
    ...always('webinar-published'),
    draft: 'allow',
    over: 'webinar-over',
    cancelled: 'webinar-cancelled',
  }),
} as const satisfies Record<WebinarAction, Record<Stand, Moments>>

describe.each(Object.entries(table))('%s', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([stand, verdicts]) =>
    Object.entries(verdicts).map(([moment, verdict]) => [stand as Stand, moment as Moment, verdict] as const),
  )
  test.each(cases)('by %s when it is %s → %s', (stand, moment, verdict) => {
    expect(webinarPolicy[action as WebinarAction]({ ...stands[stand], ...moments[moment] })).toBe(verdict)
  })
})

test('a draft whose time has come is announced no more', () => {
  const webinar = { ...stands['an operator'], ...moments.draft, hasBegun: true }
  expect(webinarPolicy.publish(webinar)).toBe('webinar-begun')
})
