import type { ConfirmationState } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import {
  type ConfirmationAction,
  type ConfirmationFacts,
  confirmationPolicy,
  type ConfirmationVerdict,
  mayUnconfirm,
} from './policy.ts'

type Who = OrganizationRole | 'stranger' | 'the asker' | 'the asker, an admin'
type Row = Record<ConfirmationState, ConfirmationVerdict>

const always = (verdict: ConfirmationVerdict): Row => ({
  requested: verdict,
  confirmed: verdict,
  refused: verdict,
  withdrawn: verdict,
})
const once = (state: ConfirmationState): Row => ({
  ...always('confirmation-decided'),
  requested: 'allow',
  [state]: 'allow',
})
const others = {
  'stranger': always('not-found'),
  'teacher': always('not-found'),
  'unconfirmed-teacher': always('not-found'),
  'parent': always('not-found'),
  'student': always('not-found'),
} as const
const taken: Row = {
  requested: 'forbidden',
  confirmed: 'allow',
  refused: 'confirmation-decided',
  withdrawn: 'allow',
}
const own: Row = { ...taken, requested: 'allow', confirmed: 'forbidden' }

// A missing action, role or state does not compile: it must be decided here first.
const table = {
  confirm: {
    ...others,
    'admin': once('confirmed'),
    'head': once('confirmed'),
    'management': once('confirmed'),
    'the asker': always('forbidden'),
    'the asker, an admin': always('forbidden'),
  },
  refuse: {
    ...others,
    'admin': once('refused'),
    'head': once('refused'),
    'management': once('refused'),
    'the asker': always('forbidden'),
    'the asker, an admin': always('forbidden'),
  },
  withdraw: {
    ...others,
    'admin': taken,
    'head': taken,
    'management': taken,
    'the asker': own,
    'the asker, an admin': own,
  },
} as const satisfies Record<ConfirmationAction, Record<Who, Row>>

function factsOf(who: string, state: string): ConfirmationFacts {
  const isOwn = who.startsWith('the asker')
  const role = who === 'the asker' ? 'unconfirmed-teacher' : isOwn ? 'admin' : (who as OrganizationRole)
  const roles = who === 'stranger' ? [] : [role]
  return { state: state as ConfirmationState, roles, isOwn, isAboutAdmin: false }
}

describe.each(Object.entries(table))('%s', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([who, row]) =>
    Object.entries(row).map(([state, verdict]) => [who, state, verdict] as const),
  )
  test.each(cases)('%s, %s → %s', (who, state, verdict) => {
    expect(confirmationPolicy[action as ConfirmationAction](factsOf(who, state))).toBe(verdict)
  })
})

const readers = [
  'admin',
  'head',
  'management',
  'teacher',
  'unconfirmed-teacher',
  'parent',
  'student',
  'stranger',
] as const
const mayTake: Record<(typeof readers)[number], 'allow' | 'forbidden' | 'not-found'> = {
  'admin': 'allow',
  'head': 'allow',
  'management': 'allow',
  'teacher': 'forbidden',
  'unconfirmed-teacher': 'forbidden',
  'parent': 'not-found',
  'student': 'not-found',
  'stranger': 'not-found',
}
const whoms = (['teacher', 'management', 'parent', 'student'] as const).flatMap((role) =>
  [true, false].flatMap((isOwn) => [true, false].map((isAdmin) => ({ role, isOwn, isAdmin }))),
)
test.each(readers.flatMap((reader) => whoms.map((whom) => ({ reader, ...whom }))))(
  '$reader takes the status from a $role, own: $isOwn, an admin: $isAdmin',
  ({ reader, role, isOwn, isAdmin }) => {
    const readerRoles = reader === 'stranger' ? [] : [reader]
    const isStaff = role === 'teacher' || role === 'management'
    const keeps = isOwn || isAdmin || role === 'management'
    const verdict = !isStaff ? 'not-found' : mayTake[reader] === 'allow' && keeps ? 'forbidden' : mayTake[reader]
    expect(mayUnconfirm({ role, readerRoles, isOwn, isAdmin })).toBe(verdict)
  },
)

test('an administrator keeps the confirmation for as long as they are one', () => {
  expect(confirmationPolicy.withdraw({ ...factsOf('head', 'confirmed'), isAboutAdmin: true })).toBe('forbidden')
})
