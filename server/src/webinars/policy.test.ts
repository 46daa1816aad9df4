import type { WebinarState } from '@kolosok/contract'
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
} as const satisfies Record<string, Omit<WebinarFacts, 'state' | 'hasBegun'>>
type Stand = keyof typeof stands

type Moment = WebinarState | 'begun'
const momentOf = (moment: Moment): Pick<WebinarFacts, 'state' | 'hasBegun'> =>
  moment === 'begun' ? { state: 'published', hasBegun: true } : { state: moment, hasBegun: moment === 'over' }

type Moments = Record<Moment, WebinarVerdict>
const always = (verdict: WebinarVerdict): Moments => ({
  draft: verdict,
  published: verdict,
  begun: verdict,
  over: verdict,
  cancelled: verdict,
})
const [yes, hidden] = [always('allow'), always('not-found')]
const announced: Moments = { ...yes, draft: 'not-found' }
const remembered: Moments = { ...hidden, over: 'allow' }
const seats: Moments = {
  draft: 'webinar-draft',
  published: 'allow',
  begun: 'webinar-begun',
  over: 'webinar-over',
  cancelled: 'webinar-cancelled',
}
const onlyOperators = (moments: Moments) => ({
  'an operator': moments,
  'an operator it is for': moments,
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
  change: onlyOperators({ ...yes, over: 'webinar-over', cancelled: 'webinar-cancelled' }),
  publish: onlyOperators({ ...yes, over: 'webinar-over', cancelled: 'webinar-cancelled' }),
  cancel: onlyOperators({ ...yes, draft: 'webinar-draft', over: 'webinar-over' }),
  remove: onlyOperators({
    draft: 'allow',
    published: 'webinar-published',
    begun: 'webinar-published',
    over: 'webinar-over',
    cancelled: 'webinar-cancelled',
  }),
} as const satisfies Record<WebinarAction, Record<Stand, Moments>>

describe.each(Object.entries(table))('%s', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([stand, moments]) =>
    Object.entries(moments).map(([moment, verdict]) => [stand as Stand, moment as Moment, verdict] as const),
  )
  test.each(cases)('by %s when it is %s → %s', (stand, moment, verdict) => {
    expect(webinarPolicy[action as WebinarAction]({ ...stands[stand], ...momentOf(moment) })).toBe(verdict)
  })
})

test('a draft whose time has come is announced no more', () => {
  const webinar = { ...stands['an operator'], state: 'draft', hasBegun: true } as const
  expect(webinarPolicy.publish(webinar)).toBe('webinar-begun')
})
