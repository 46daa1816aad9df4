import type { ConsentAsks } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import {
  type ConsentVerdict,
  followsAll,
  type PurposeAction,
  type PurposeFacts,
  purposePolicy,
  type UnitAction,
  unitPolicy,
  type UnitStanding,
} from './policy.ts'

type Who = OrganizationRole | 'stranger'
const factsOf = (who: string, rest: Omit<PurposeFacts, 'roles'>): PurposeFacts => ({
  ...rest,
  roles: who === 'stranger' ? [] : [who as OrganizationRole],
})

type Seen = { 'children': ConsentVerdict; 'adults': ConsentVerdict; 'asked themselves': ConsentVerdict }
const all = (verdict: ConsentVerdict): Seen => ({ 'children': verdict, 'adults': verdict, 'asked themselves': verdict })
const onlyAsked: Seen = { 'children': 'not-found', 'adults': 'not-found', 'asked themselves': 'forbidden' }

// A missing action or role does not compile: it must be decided here first.
const purposes = {
  follow: {
    'admin': all('allow'),
    'head': all('allow'),
    'management': all('allow'),
    'teacher': { 'children': 'allow', 'adults': 'not-found', 'asked themselves': 'forbidden' },
    'unconfirmed-teacher': onlyAsked,
    'parent': onlyAsked,
    'student': onlyAsked,
    'stranger': all('not-found'),
  },
  change: {
    'admin': all('allow'),
    'head': all('allow'),
    'management': all('allow'),
    'teacher': { 'children': 'forbidden', 'adults': 'not-found', 'asked themselves': 'forbidden' },
    'unconfirmed-teacher': onlyAsked,
    'parent': onlyAsked,
    'student': onlyAsked,
    'stranger': all('not-found'),
  },
} as const satisfies Record<PurposeAction, Record<Who, Seen>>

const circles: Record<keyof Seen, { asks: ConsentAsks; isAsked: boolean }> = {
  'children': { asks: 'children', isAsked: false },
  'adults': { asks: 'parents', isAsked: false },
  'asked themselves': { asks: 'all', isAsked: true },
}

describe.each(Object.entries(purposes))('%s a purpose', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([who, seen]) =>
    Object.entries(seen).map(([circle, verdict]) => [who, circle, verdict] as const),
  )
  test.each(cases)('%s, %s → %s', (who, circle, verdict) => {
    for (const isClosed of [false, true]) {
      const facts = factsOf(who, { ...circles[circle as keyof Seen], isClosed })
      expect(purposePolicy[action as PurposeAction](facts)).toBe(verdict)
    }
  })
})

type Standings = Record<UnitStanding, ConsentVerdict>
const screen: Standings = { own: 'allow', followed: 'forbidden', other: 'not-found' }
const desk: Standings = { own: 'allow', followed: 'allow', other: 'not-found' }
const none: Standings = { own: 'forbidden', followed: 'forbidden', other: 'not-found' }
const hidden: Standings = { own: 'not-found', followed: 'not-found', other: 'not-found' }

const units = {
  decide: {
    'admin': screen,
    'head': screen,
    'management': screen,
    'teacher': screen,
    'unconfirmed-teacher': screen,
    'parent': screen,
    'student': screen,
    'stranger': hidden,
  },
  enterPaper: {
    'admin': desk,
    'head': desk,
    'management': desk,
    'teacher': none,
    'unconfirmed-teacher': none,
    'parent': none,
    'student': none,
    'stranger': hidden,
  },
} as const satisfies Record<UnitAction, Record<Who, Standings>>

describe.each(Object.entries(units))('%s', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([who, standings]) =>
    Object.entries(standings).map(([standing, verdict]) => [who, standing, verdict] as const),
  )
  test.each(cases)('%s, %s → %s', (who, standing, verdict) => {
    const facts = factsOf(who, { asks: 'children', isAsked: true, isClosed: false })
    const asked = unitPolicy[action as UnitAction]
    expect(asked(facts, standing as UnitStanding)).toBe(verdict)
    const closed = verdict === 'allow' ? 'consent-closed' : verdict
    expect(asked({ ...facts, isClosed: true }, standing as UnitStanding)).toBe(closed)
  })
})

test('the office sees all, a teacher own groups', () => {
  const rest = { asks: 'children', isAsked: false, isClosed: false } as const
  expect(followsAll(factsOf('management', rest))).toBe(true)
  expect(followsAll(factsOf('teacher', rest))).toBe(false)
})
