import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { type ChildAction, childPolicy, type ChildTie, type ChildVerdict } from './policy.ts'

// A missing action or reader does not compile: it must be decided here first.
type Reader =
  | Exclude<OrganizationRole, 'teacher' | 'unconfirmed-teacher' | 'parent'>
  | 'stranger'
  | 'own teacher'
  | 'own teacher and guardian'
  | 'other teacher'
  | 'unconfirmed own teacher'
  | 'guardian'
  | 'other parent'
type Row = Record<'here' | 'left', ChildVerdict>

const readers: Record<Reader, { roles: OrganizationRole[]; ties: ChildTie[] }> = {
  'stranger': { roles: [], ties: [] },
  'admin': { roles: ['admin', 'teacher'], ties: [] },
  'head': { roles: ['head', 'management'], ties: [] },
  'management': { roles: ['management'], ties: [] },
  'own teacher': { roles: ['teacher'], ties: ['teacher'] },
  'own teacher and guardian': { roles: ['teacher', 'parent'], ties: ['teacher', 'guardian'] },
  'other teacher': { roles: ['teacher'], ties: [] },
  'unconfirmed own teacher': { roles: ['unconfirmed-teacher'], ties: ['teacher'] },
  'guardian': { roles: ['parent'], ties: ['guardian'] },
  'other parent': { roles: ['parent'], ties: [] },
  'student': { roles: ['student'], ties: [] },
}

const row = (here: ChildVerdict, left: ChildVerdict): Row => ({ here, left })
const nothing = row('not-found', 'not-found')
const hidden = {
  'stranger': nothing,
  'other teacher': nothing,
  'unconfirmed own teacher': nothing,
  'other parent': nothing,
  'student': nothing,
} as const

const table = {
  see: {
    ...hidden,
    'admin': row('allow', 'allow'),
    'head': row('allow', 'allow'),
    'management': row('allow', 'allow'),
    'own teacher': row('allow', 'not-found'),
    'own teacher and guardian': row('allow', 'not-found'),
    'guardian': row('allow', 'not-found'),
  },
  edit: {
    ...hidden,
    'admin': row('allow', 'child-left'),
    'head': row('forbidden', 'forbidden'),
    'management': row('forbidden', 'forbidden'),
    'own teacher': row('allow', 'not-found'),
    'own teacher and guardian': row('allow', 'not-found'),
    'guardian': row('forbidden', 'not-found'),
  },
  enrol: {
    ...hidden,
    'admin': row('allow', 'allow'),
    'head': row('forbidden', 'forbidden'),
    'management': row('forbidden', 'forbidden'),
    'own teacher': row('allow', 'not-found'),
    'own teacher and guardian': row('allow', 'not-found'),
    'guardian': row('forbidden', 'not-found'),
  },
  removeGuardian: {
    ...hidden,
    'admin': row('allow', 'child-left'),
    'head': row('forbidden', 'forbidden'),
    'management': row('forbidden', 'forbidden'),
    'own teacher': row('allow', 'not-found'),
    'own teacher and guardian': row('forbidden', 'not-found'),
    'guardian': row('forbidden', 'not-found'),
  },
  setGuardian: {
    ...hidden,
    'admin': row('allow', 'child-left'),
    'head': row('forbidden', 'forbidden'),
    'management': row('forbidden', 'forbidden'),
    'own teacher': row('allow', 'not-found'),
    'own teacher and guardian': row('forbidden', 'not-found'),
    'guardian': row('forbidden', 'not-found'),
  },
  invite: {
    ...hidden,
    'admin': row('allow', 'child-left'),
    'head': row('allow', 'child-left'),
    'management': row('allow', 'child-left'),
    'own teacher': row('allow', 'not-found'),
    'own teacher and guardian': row('allow', 'not-found'),
    'guardian': row('forbidden', 'not-found'),
  },
} as const satisfies Record<ChildAction, Record<Reader, Row>>

describe.each(Object.entries(table))('%s', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([reader, verdicts]) =>
    Object.entries(verdicts).map(([state, verdict]) => [reader, state, verdict] as const),
  )
  test.each(cases)('%s, %s → %s', (reader, state, verdict) => {
    const facts = { ...readers[reader as Reader], hasLeft: state === 'left' }
    expect(childPolicy[action as ChildAction](facts)).toBe(verdict)
  })
})
