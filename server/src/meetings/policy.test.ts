import type { MeetingState } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import {
  type MeetingAction,
  type MeetingFacts,
  meetingPolicy,
  type MeetingVerdict,
  type PlanFacts,
  type PlanningAction,
  planningPolicy,
} from './policy.ts'

type Who = OrganizationRole | 'stranger'
type Groups = PlanFacts['groups']
const rolesOf = (who: string): OrganizationRole[] => (who === 'stranger' ? [] : [who as OrganizationRole])

const same = (verdict: MeetingVerdict): Record<Groups, MeetingVerdict> => ({
  own: verdict,
  other: verdict,
  wider: verdict,
  none: verdict,
})
const [anybody, nobody, absent] = [same('allow'), same('forbidden'), same('not-found')]
const ownOnes = { ...nobody, own: 'allow', none: 'allow' } as const

// A missing action or role does not compile: it must be decided here first.
const planning = {
  plan: {
    'admin': anybody,
    'head': anybody,
    'management': anybody,
    'teacher': ownOnes,
    'unconfirmed-teacher': nobody,
    'parent': nobody,
    'student': nobody,
    'stranger': absent,
  },
  seeLessons: {
    'admin': anybody,
    'head': anybody,
    'management': anybody,
    'teacher': anybody,
    'unconfirmed-teacher': nobody,
    'parent': nobody,
    'student': nobody,
    'stranger': absent,
  },
  seeAll: {
    'admin': anybody,
    'head': anybody,
    'management': anybody,
    'teacher': nobody,
    'unconfirmed-teacher': nobody,
    'parent': nobody,
    'student': nobody,
    'stranger': absent,
  },
} as const satisfies Record<PlanningAction, Record<Who, Record<Groups, MeetingVerdict>>>

describe.each(Object.entries(planning))('%s', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([who, circles]) =>
    Object.entries(circles).map(([groups, verdict]) => [who, groups as Groups, verdict] as const),
  )
  test.each(cases)('%s for %s groups → %s', (who, groups, verdict) => {
    expect(planningPolicy[action as PlanningAction]({ roles: rolesOf(who), groups })).toBe(verdict)
  })
})

type States = Record<MeetingState, MeetingVerdict>
const always = (verdict: MeetingVerdict): States => ({ planned: verdict, over: verdict, cancelled: verdict })
const [yes, no, hidden] = [always('allow'), always('forbidden'), always('not-found')]
const whilePlanned: States = { planned: 'allow', over: 'meeting-over', cancelled: 'meeting-cancelled' }
const unlessCancelled: States = { planned: 'allow', over: 'allow', cancelled: 'meeting-cancelled' }
const untilOver: States = { planned: 'allow', over: 'meeting-over', cancelled: 'allow' }

/** How they stand to it, whatever else they are. */
const stands = {
  'office': { isOrganizer: false, isInvited: false, groups: 'other' },
  'office that is invited': { isOrganizer: false, isInvited: true, groups: 'other' },
  'teacher who planned it for own groups': { isOrganizer: true, isInvited: false, groups: 'own' },
  'teacher who planned it for people': { isOrganizer: true, isInvited: false, groups: 'none' },
  'teacher who planned it and teaches them no more': { isOrganizer: true, isInvited: false, groups: 'other' },
  'teacher who is invited': { isOrganizer: false, isInvited: true, groups: 'own' },
  'other teacher': { isOrganizer: false, isInvited: false, groups: 'own' },
  'parent who is invited': { isOrganizer: false, isInvited: true, groups: 'other' },
  'parent who planned it as a teacher once': { isOrganizer: true, isInvited: false, groups: 'none' },
  'other parent': { isOrganizer: false, isInvited: false, groups: 'none' },
  'stranger': { isOrganizer: true, isInvited: true, groups: 'own' },
} as const satisfies Record<string, Pick<MeetingFacts, 'isOrganizer' | 'isInvited' | 'groups'>>
type Stand = keyof typeof stands

const peopleOf = (stand: string): OrganizationRole[][] => {
  if (stand.startsWith('office')) return [['admin'], ['head', 'management'], ['management'], ['parent', 'admin']]
  if (stand.includes('teacher') && !stand.startsWith('parent')) return [['teacher'], ['teacher', 'parent']]
  if (stand === 'stranger') return [[]]
  return [['parent'], ['student'], ['unconfirmed-teacher']]
}

const ofOwners = (allowed: States): Record<Stand, States> => ({
  'office': allowed,
  'office that is invited': allowed,
  'teacher who planned it for own groups': allowed,
  'teacher who planned it for people': allowed,
  'teacher who planned it and teaches them no more': hidden,
  'teacher who is invited': no,
  'other teacher': hidden,
  'parent who is invited': no,
  'parent who planned it as a teacher once': hidden,
  'other parent': hidden,
  'stranger': hidden,
})

const table = {
  see: { ...ofOwners(yes), 'teacher who is invited': yes, 'parent who is invited': yes },
  answer: {
    ...ofOwners(no),
    'office that is invited': whilePlanned,
    'teacher who is invited': whilePlanned,
    'parent who is invited': whilePlanned,
  },
  follow: ofOwners(yes),
  mark: ofOwners(unlessCancelled),
  readDecisions: ofOwners(yes),
  write: ofOwners(unlessCancelled),
  sign: ofOwners(unlessCancelled),
  reopen: ofOwners(unlessCancelled),
  setTask: ofOwners(unlessCancelled),
  change: ofOwners(whilePlanned),
  inviteGuests: ofOwners(whilePlanned),
  enter: {
    ...ofOwners(no),
    'office that is invited': whilePlanned,
    'teacher who planned it for own groups': whilePlanned,
    'teacher who planned it for people': whilePlanned,
    'teacher who is invited': whilePlanned,
    'parent who is invited': whilePlanned,
  },
  cancel: ofOwners(untilOver),
} as const satisfies Record<MeetingAction, Record<Stand, States>>

describe.each(Object.entries(table))('%s a meeting', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([stand, states]) =>
    peopleOf(stand).flatMap((roles) =>
      Object.entries(states).map(([state, verdict]) => [stand, roles, state as MeetingState, verdict] as const),
    ),
  )
  test.each(cases)('%s (%s), %s → %s', (stand, roles, state, verdict) => {
    expect(
      meetingPolicy[action as MeetingAction]({
        ...stands[stand as Stand],
        roles,
        state,
        room: 'open',
        isBegun: true,
        isSigned: false,
        isLesson: false,
      }),
    ).toBe(verdict)
  })
})

test('in one place there is nothing to enter; too early it is open only to whoever planned it', () => {
  const roles: OrganizationRole[] = ['teacher']
  const entering = (stand: Stand, room: MeetingFacts['room']) =>
    meetingPolicy.enter({
      ...stands[stand],
      roles,
      state: 'planned',
      room,
      isBegun: room !== 'early',
      isSigned: false,
      isLesson: false,
    })
  expect(entering('teacher who is invited', 'none')).toBe('forbidden')
  expect(entering('teacher who is invited', 'early')).toBe('meeting-early')
  expect(entering('teacher who planned it for own groups', 'early')).toBe('allow')
})

const owned = { ...stands['teacher who planned it for own groups'], roles: ['teacher' as const], room: 'open' } as const

test('nobody is invited by a link to a meeting that is held without a call', () => {
  const facts = { ...owned, state: 'planned', room: 'none', isBegun: true, isSigned: false, isLesson: false } as const
  expect(meetingPolicy.inviteGuests(facts)).toBe('forbidden')
})

test('nobody ticks who was there, or signs, before it is about to begin; it may be written ahead', () => {
  const early = { ...owned, state: 'planned', room: 'early', isBegun: false, isSigned: false, isLesson: false } as const
  expect([meetingPolicy.mark(early), meetingPolicy.sign(early)]).toEqual(['meeting-early', 'meeting-early'])
  expect(meetingPolicy.write(early)).toBe('allow')
})

test('while its protocol is signed nothing of it changes, and the invited read what was decided', () => {
  const signed = { ...owned, state: 'over', isBegun: true, isSigned: true, isLesson: false } as const
  expect([meetingPolicy.mark(signed), meetingPolicy.write(signed)]).toEqual(['protocol-signed', 'protocol-signed'])
  const read = (stand: Stand) => meetingPolicy.readDecisions({ ...signed, ...stands[stand], roles: ['parent'] })
  expect([read('parent who is invited'), read('other parent')]).toEqual(['allow', 'not-found'])
})

test('a lesson is looked after by every confirmed teacher of its groups, a meeting by whoever planned it', () => {
  const facts = { ...stands['other teacher'], state: 'over', room: 'open', isBegun: true, isSigned: false } as const
  const mark = (isLesson: boolean, groups: PlanFacts['groups'], role: OrganizationRole = 'teacher') =>
    meetingPolicy.mark({ ...facts, roles: [role], groups, isLesson })
  expect([mark(true, 'own'), mark(false, 'own'), mark(true, 'other')]).toEqual(['allow', 'not-found', 'not-found'])
  expect(mark(true, 'own', 'unconfirmed-teacher')).toBe('not-found')
})
