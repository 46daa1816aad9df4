import type { BroadcastState } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import {
  abilitiesIn,
  type BroadcastAction,
  type BroadcastFacts,
  broadcastPolicy,
  type BroadcastVerdict,
  mayPlan,
  type PlanFacts,
} from './policy.ts'

type Who =
  | 'office'
  | 'host'
  | 'host no more allowed'
  | 'invited'
  | 'on stage'
  | 'viewer'
  | 'not for them'
  | 'stranger'
  | 'operator of a webinar'
  | 'attendee of a webinar'
  | 'office, at a webinar'
  | 'operator, elsewhere'

const nobody = {
  isOfWebinar: false,
  isOperator: false,
  roles: [],
  mayTeachers: true,
  audience: 'groups',
  taught: 'none',
  isHost: false,
  isViewer: false,
  stage: 'none',
  takesQuestions: true,
  hasChat: true,
  isMuted: false,
} as const
const host = { ...nobody, roles: ['teacher'], taught: 'all', isHost: true, isViewer: true } as const
const viewer = { ...nobody, roles: ['parent'], isViewer: true } as const

const people: Record<Who, Omit<BroadcastFacts, 'state'>> = {
  'office': { ...nobody, roles: ['management'] },
  host,
  'host no more allowed': { ...host, mayTeachers: false },
  'invited': { ...viewer, stage: 'invited' },
  'on stage': { ...viewer, stage: 'on' },
  viewer,
  'not for them': { ...nobody, roles: ['parent'] },
  'stranger': { ...nobody, isViewer: true, isHost: true },
  'operator of a webinar': { ...nobody, isOfWebinar: true, isOperator: true },
  'attendee of a webinar': { ...nobody, isOfWebinar: true, isViewer: true },
  'office, at a webinar': { ...nobody, isOfWebinar: true, roles: ['admin', 'head'] },
  'operator, elsewhere': { ...nobody, isOperator: true },
}

type States = Record<BroadcastState, BroadcastVerdict>
type Row = Record<Who, States>

const states = (
  planned: BroadcastVerdict,
  live: BroadcastVerdict = planned,
  ended: BroadcastVerdict = planned,
  cancelled: BroadcastVerdict = planned,
): States => ({ planned, live, ended, cancelled })

const hidden = {
  'not for them': states('not-found'),
  'stranger': states('not-found'),
  'office, at a webinar': states('not-found'),
  'operator, elsewhere': states('not-found'),
}
const all = (verdicts: States): Row => ({
  'office': verdicts,
  'host': verdicts,
  'host no more allowed': verdicts,
  'invited': verdicts,
  'on stage': verdicts,
  'viewer': verdicts,
  'operator of a webinar': verdicts,
  'attendee of a webinar': verdicts,
  ...hidden,
})
const writers = (verdicts: States): Row => ({ ...all(states('forbidden')), office: verdicts, host: verdicts })
const runners = (verdicts: States): Row => ({ ...writers(verdicts), 'operator of a webinar': verdicts })
const whileLive = states('broadcast-not-live', 'allow', 'broadcast-not-live', 'broadcast-not-live')

// A missing action, person or state does not compile: it must be decided here first.
const table = {
  see: all(states('allow')),
  join: all(states('broadcast-not-live', 'allow', 'broadcast-over', 'broadcast-cancelled')),
  edit: writers(states('allow', 'broadcast-started', 'broadcast-over', 'broadcast-cancelled')),
  cancel: writers(states('allow', 'broadcast-started', 'broadcast-over', 'allow')),
  start: runners(states('allow', 'allow', 'broadcast-over', 'broadcast-cancelled')),
  end: runners(states('broadcast-not-live', 'allow', 'allow', 'broadcast-cancelled')),
  enterStage: { ...runners(whileLive), 'invited': whileLive, 'on stage': whileLive },
  ask: all(whileLive),
  raiseHand: all(whileLive),
  say: all(whileLive),
  moderate: runners(states('allow')),
  setChat: runners(states('allow', 'allow', 'broadcast-over', 'broadcast-cancelled')),
  run: runners(whileLive),
  record: runners(whileLive),
  keepRecordings: runners(states('allow')),
  seePeople: runners(states('allow')),
} satisfies Record<BroadcastAction, Row>

describe.each(Object.entries(table))('%s a broadcast', (action, row) => {
  const cases = Object.entries(row).flatMap(([who, verdicts]) =>
    Object.entries(verdicts).map(([state, verdict]) => [who, state, verdict] as const),
  )
  test.each(cases)('%s, %s → %s', (who, state, verdict) => {
    const facts = { ...people[who as Who], state: state as BroadcastState }
    expect(broadcastPolicy[action as BroadcastAction](facts)).toBe(verdict)
  })
})

test.each(['ask', 'raiseHand'] as const)('%s waits where no questions are taken', (action) => {
  const facts = { ...people.viewer, state: 'live', takesQuestions: false } as const
  expect(broadcastPolicy[action](facts)).toBe('broadcast-without-questions')
})

test('nobody writes where the chat is off; whoever is muted writes no more, but for those who run it', () => {
  const say = (who: Who, facts: Partial<BroadcastFacts>) =>
    broadcastPolicy.say({ ...people[who], state: 'live', ...facts })
  expect([say('office', { hasChat: false }), say('viewer', { hasChat: false })]).toEqual([
    'broadcast-without-chat',
    'broadcast-without-chat',
  ])
  expect([say('office', { isMuted: true }), say('viewer', { isMuted: true })]).toEqual(['allow', 'muted-in-broadcast'])
  expect(say('not for them', { isMuted: true, hasChat: false })).toBe('not-found')
})

const planned = (facts: Partial<PlanFacts>) =>
  mayPlan({ roles: ['teacher'], mayTeachers: true, audience: 'groups', taught: 'all', ...facts })

test.each([
  ['a stranger', { roles: [] }, 'not-found'],
  ['an administrator, for all', { roles: ['admin'], audience: 'all', taught: 'none', mayTeachers: false }, 'allow'],
  ['the head, for all', { roles: ['head'], audience: 'all', taught: 'none', mayTeachers: false }, 'allow'],
  ['a deputy, for all', { roles: ['management'], audience: 'all', taught: 'none', mayTeachers: false }, 'allow'],
  ['a teacher, for own groups', {}, 'allow'],
  ['a teacher whom nobody has allowed it', { mayTeachers: false }, 'forbidden'],
  ['a teacher, for a group of others, too', { taught: 'some' }, 'forbidden'],
  ['a teacher, for all', { audience: 'all' }, 'forbidden'],
  ['a teacher, for the staff', { audience: 'staff' }, 'forbidden'],
  ['a teacher, for all parents', { audience: 'parents' }, 'forbidden'],
  ['a teacher not confirmed', { roles: ['unconfirmed-teacher'] }, 'forbidden'],
  ['a parent', { roles: ['parent'] }, 'forbidden'],
  ['a student', { roles: ['student'] }, 'forbidden'],
] as const)('%s plans one: %s', (_, facts, verdict) => {
  expect(planned(facts)).toBe(verdict)
})

test('abilities offer a viewer nothing but to look on, ask and write, and nothing at all once it is over', () => {
  const none = {
    watch: false,
    ask: false,
    say: false,
    edit: false,
    start: false,
    end: false,
    enterStage: false,
    run: false,
    record: false,
    seeAttendance: false,
  }
  expect(abilitiesIn({ ...people.viewer, state: 'live' })).toEqual({ ...none, watch: true, ask: true, say: true })
  expect(abilitiesIn({ ...people.viewer, state: 'ended' })).toEqual(none)
  expect(abilitiesIn({ ...people.host, state: 'ended' })).toEqual({ ...none, seeAttendance: true })
})
