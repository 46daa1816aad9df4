import type { ProblemCode, WebinarAbilities, WebinarState } from '@kolosok/contract'

export type WebinarFacts = {
  readonly isOperator: boolean
  /** By a role in some organization, at this moment. */
  readonly isForThem: boolean
  /** Holds a seat or waits for one. */
  readonly isRegistered: boolean
  readonly state: WebinarState
  readonly hasBegun: boolean
  /** Held as a broadcast: whoever comes late is no trouble to anybody. */
  readonly isOnline: boolean
  readonly isOnAir: boolean
}

export type WebinarVerdict =
  | 'allow'
  | Extract<
      ProblemCode,
      | 'not-found'
      | 'forbidden'
      | 'webinar-draft'
      | 'webinar-published'
      | 'webinar-early'
      | 'webinar-not-over'
      | 'webinar-begun'
      | 'webinar-over'
      | 'webinar-cancelled'
    >

/** Whoever was there sees it afterwards as well, though they have left where they were. */
function seeing({ isOperator, isForThem, isRegistered, state }: WebinarFacts): WebinarVerdict {
  if (isOperator) return 'allow'
  if (state === 'draft') return 'not-found'
  return isForThem || (isRegistered && state === 'over') ? 'allow' : 'not-found'
}

const ofOperator = ({ isOperator }: WebinarFacts): WebinarVerdict => (isOperator ? 'allow' : 'not-found')

type Refused = Partial<Record<WebinarState, WebinarVerdict>>

const unless = (webinar: WebinarFacts, verdict: WebinarVerdict, refused: Refused): WebinarVerdict =>
  verdict === 'allow' ? (refused[webinar.state] ?? 'allow') : verdict

const PAST = { over: 'webinar-over', cancelled: 'webinar-cancelled' } as const
const NOT_COMING = { ...PAST, draft: 'webinar-draft' } as const

/** Takes a seat or gives it back: at a place until it begins. */
function seating(webinar: WebinarFacts): WebinarVerdict {
  const seen = seeing(webinar)
  const verdict = unless(webinar, seen === 'allow' && !webinar.isForThem ? 'forbidden' : seen, NOT_COMING)
  return verdict === 'allow' && webinar.hasBegun && !webinar.isOnline ? 'webinar-begun' : verdict
}

const unlessOnAir = (webinar: WebinarFacts, verdict: WebinarVerdict): WebinarVerdict =>
  verdict === 'allow' && webinar.isOnAir ? 'webinar-begun' : verdict

export const webinarPolicy = {
  see: seeing,
  register: seating,
  withdraw: seating,
  /** As its operators see it: who is registered, what is planned. */
  run: ofOperator,
  change: (webinar: WebinarFacts) => unlessOnAir(webinar, unless(webinar, ofOperator(webinar), PAST)),
  /** Doing it twice is fine, here and with cancelling. */
  publish(webinar: WebinarFacts): WebinarVerdict {
    const verdict = unless(webinar, ofOperator(webinar), PAST)
    return verdict === 'allow' && webinar.hasBegun && webinar.state === 'draft' ? 'webinar-begun' : verdict
  },
  cancel: (webinar: WebinarFacts) =>
    unlessOnAir(webinar, unless(webinar, ofOperator(webinar), { draft: 'webinar-draft', over: 'webinar-over' })),
  /** Who was there: known from its beginning on. */
  mark(webinar: WebinarFacts): WebinarVerdict {
    const verdict = unless(webinar, ofOperator(webinar), { ...NOT_COMING, over: 'allow' })
    return verdict === 'allow' && !webinar.hasBegun ? 'webinar-early' : verdict
  },
  issue: (webinar: WebinarFacts) =>
    unless(webinar, ofOperator(webinar), { ...NOT_COMING, published: 'webinar-not-over', over: 'allow' }),
  remove: (webinar: WebinarFacts) => unless(webinar, ofOperator(webinar), { ...PAST, published: 'webinar-published' }),
} as const

export type WebinarAction = keyof typeof webinarPolicy

export function abilitiesIn(webinar: WebinarFacts): WebinarAbilities {
  const may = (action: WebinarAction) => webinarPolicy[action](webinar) === 'allow'
  return { register: may('register'), withdraw: webinar.isRegistered && may('withdraw') }
}
