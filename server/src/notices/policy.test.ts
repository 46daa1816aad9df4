import type { AudienceKind, NoticeState } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import {
  followsAll,
  type NoticeAction,
  type NoticeFacts,
  noticePolicy,
  type NoticeVerdict,
  type SendFacts,
  type SendingAction,
  sendingPolicy,
} from './policy.ts'

type Who = OrganizationRole | 'stranger'
type Taught = SendFacts['taught']
const rolesOf = (who: string): OrganizationRole[] => (who === 'stranger' ? [] : [who as OrganizationRole])

const anybody = { 'own groups': 'allow', 'some own, some other groups': 'allow', 'more': 'allow' } as const
const nobody = { 'own groups': 'forbidden', 'some own, some other groups': 'forbidden', 'more': 'forbidden' } as const
const absent = { 'own groups': 'not-found', 'some own, some other groups': 'not-found', 'more': 'not-found' } as const
type To = Record<keyof typeof anybody, NoticeVerdict>

// A missing action or role does not compile: it must be decided here first.
const sending = {
  send: {
    'admin': anybody,
    'head': anybody,
    'management': anybody,
    'teacher': { ...nobody, 'own groups': 'allow' },
    'unconfirmed-teacher': nobody,
    'parent': nobody,
    'student': nobody,
    'stranger': absent,
  },
  disturb: {
    'admin': anybody,
    'head': anybody,
    'management': anybody,
    'teacher': nobody,
    'unconfirmed-teacher': nobody,
    'parent': nobody,
    'student': nobody,
    'stranger': absent,
  },
} as const satisfies Record<SendingAction, Record<Who, To>>

const circles = {
  'own groups': [['groups', 'all']],
  'some own, some other groups': [['groups', 'some']],
  'more': [
    ['groups', 'none'],
    ['all', 'some'],
    ['staff', 'none'],
    ['parents', 'some'],
    ['all', 'none'],
  ],
} as const satisfies Record<string, readonly (readonly [AudienceKind, Taught])[]>

describe.each(Object.entries(sending))('%s', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([who, to]) =>
    Object.entries(to).flatMap(([circle, verdict]) =>
      circles[circle as keyof typeof circles].map(([audience, taught]) => [who, audience, taught, verdict] as const),
    ),
  )
  test.each(cases)('%s to %s of which they teach %s → %s', (who, audience, taught, verdict) => {
    expect(sendingPolicy[action as SendingAction]({ roles: rolesOf(who), audience, taught })).toBe(verdict)
  })
})

type States = Record<NoticeState, NoticeVerdict>
const always = (verdict: NoticeVerdict): States => ({ open: verdict, over: verdict, withdrawn: verdict })
const unlessWithdrawn: States = { open: 'allow', over: 'allow', withdrawn: 'notice-withdrawn' }
const whileOpen: States = { open: 'allow', over: 'notice-over', withdrawn: 'notice-withdrawn' }
const [yes, no, hidden] = [always('allow'), always('forbidden'), always('not-found')]

/** How they stand to it, whatever else they are. */
const stands = {
  'office': { isAuthor: false, isReceiver: false, taught: 'none' },
  'office it is for': { isAuthor: false, isReceiver: true, taught: 'none' },
  'teacher who sent it to own groups': { isAuthor: true, isReceiver: false, taught: 'all' },
  'teacher who sent it and teaches them no more': { isAuthor: true, isReceiver: false, taught: 'none' },
  'teacher who sent it and teaches only some of them': { isAuthor: true, isReceiver: false, taught: 'some' },
  'teacher of one of its groups': { isAuthor: false, isReceiver: false, taught: 'some' },
  'teacher it is for': { isAuthor: false, isReceiver: true, taught: 'none' },
  'other teacher': { isAuthor: false, isReceiver: false, taught: 'none' },
  'parent it is for': { isAuthor: false, isReceiver: true, taught: 'none' },
  'parent who sent it as a teacher once': { isAuthor: true, isReceiver: false, taught: 'none' },
  'other parent': { isAuthor: false, isReceiver: false, taught: 'none' },
  'stranger': { isAuthor: true, isReceiver: true, taught: 'all' },
} as const satisfies Record<string, Pick<NoticeFacts, 'isAuthor' | 'isReceiver' | 'taught'>>
type Stand = keyof typeof stands

const peopleOf = (stand: string): OrganizationRole[][] => {
  if (stand.startsWith('office')) return [['admin'], ['head', 'management'], ['management'], ['parent', 'admin']]
  if (stand.includes('teacher') && !stand.startsWith('parent')) return [['teacher'], ['teacher', 'parent']]
  if (stand === 'stranger') return [[]]
  return [['parent'], ['student'], ['unconfirmed-teacher']]
}

const seen = {
  'office': yes,
  'office it is for': yes,
  'teacher who sent it to own groups': yes,
  'teacher who sent it and teaches them no more': hidden,
  'teacher who sent it and teaches only some of them': yes,
  'teacher of one of its groups': yes,
  'teacher it is for': yes,
  'other teacher': hidden,
  'parent it is for': yes,
  'parent who sent it as a teacher once': hidden,
  'other parent': hidden,
  'stranger': hidden,
} as const satisfies Record<Stand, States>

const ofReceivers = (allowed: States): Record<Stand, States> => ({
  ...(Object.fromEntries(Object.entries(seen).map(([stand, row]) => [stand, row === yes ? no : hidden])) as Record<
    Stand,
    States
  >),
  'office it is for': allowed,
  'teacher it is for': allowed,
  'parent it is for': allowed,
})
const ofFollowers = (allowed: States): Record<Stand, States> => ({
  ...seen,
  'office': allowed,
  'office it is for': allowed,
  'teacher who sent it to own groups': allowed,
  'teacher who sent it and teaches only some of them': allowed,
  'teacher of one of its groups': allowed,
  'teacher it is for': no,
  'parent it is for': no,
})
const ofOwners = (allowed: States): Record<Stand, States> => ({
  ...ofFollowers(allowed),
  'teacher who sent it and teaches only some of them': no,
  'teacher of one of its groups': no,
})

const table = {
  see: seen,
  answer: ofReceivers(whileOpen),
  follow: ofFollowers(yes),
  enterPaper: ofFollowers(unlessWithdrawn),
  change: ofOwners(unlessWithdrawn),
  remind: ofOwners(whileOpen),
  withdraw: ofOwners(yes),
} as const satisfies Record<NoticeAction, Record<Stand, States>>

const factsOf = (stand: string, roles: OrganizationRole[], state: NoticeState): NoticeFacts => ({
  ...stands[stand as Stand],
  roles,
  audience: 'groups',
  state,
})

describe.each(Object.entries(table))('%s a notice', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([stand, states]) =>
    peopleOf(stand).flatMap((roles) =>
      Object.entries(states).map(([state, verdict]) => [stand, roles, state, verdict] as const),
    ),
  )
  test.each(cases)('%s (%s), %s → %s', (stand, roles, state, verdict) => {
    expect(noticePolicy[action as NoticeAction](factsOf(stand, roles, state as NoticeState))).toBe(verdict)
  })
})

test('a teacher follows own groups of a larger circle, and all of what they sent to own ones', () => {
  expect(followsAll(factsOf('teacher of one of its groups', ['teacher'], 'open'))).toBe(false)
  expect(followsAll(factsOf('teacher who sent it to own groups', ['teacher'], 'open'))).toBe(true)
  expect(followsAll(factsOf('office', ['management'], 'open'))).toBe(true)
})
