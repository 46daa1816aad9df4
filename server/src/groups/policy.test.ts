import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { type GroupAction, type GroupFacts, groupPolicy, type GroupTie, type GroupVerdict } from './policy.ts'

// A missing action, reader or state of the group does not compile: it must be decided here first.
type Reader =
  | Exclude<OrganizationRole, 'teacher' | 'unconfirmed-teacher' | 'parent'>
  | 'stranger'
  | 'own teacher'
  | 'other teacher'
  | 'unconfirmed own teacher'
  | 'parent of a child here'
  | 'parent of another child'
type Shape = 'staff' | 'class' | 'archived'
type Row = Record<Shape, GroupVerdict>

const readers: Record<Reader, { roles: OrganizationRole[]; ties: GroupTie[] }> = {
  'stranger': { roles: [], ties: [] },
  'admin': { roles: ['admin', 'teacher'], ties: [] },
  'head': { roles: ['head', 'management'], ties: [] },
  'management': { roles: ['management'], ties: [] },
  'own teacher': { roles: ['teacher'], ties: ['teacher'] },
  'other teacher': { roles: ['teacher'], ties: [] },
  'unconfirmed own teacher': { roles: ['unconfirmed-teacher'], ties: ['teacher'] },
  'parent of a child here': { roles: ['parent'], ties: ['guardian'] },
  'parent of another child': { roles: ['parent'], ties: [] },
  'student': { roles: ['student'], ties: [] },
}

const shapes: Record<Shape, Pick<GroupFacts, 'kind' | 'isArchived'>> = {
  staff: { kind: 'staff', isArchived: false },
  class: { kind: 'class', isArchived: false },
  archived: { kind: 'class', isArchived: true },
}

const row = (staff: GroupVerdict, ofClass: GroupVerdict, archived: GroupVerdict): Row => ({
  staff,
  class: ofClass,
  archived,
})
const nothing = row('not-found', 'not-found', 'not-found')
const hidden = {
  'stranger': nothing,
  'parent of another child': nothing,
  'student': nothing,
} as const
const onlyStaffGroup = row('forbidden', 'not-found', 'not-found')
const refused = row('forbidden', 'forbidden', 'not-found')

/** By the administrator alone; `archived` is what an archived group answers to it. */
const byAdmin = (archived: GroupVerdict): Record<Reader, Row> => ({
  ...hidden,
  'admin': row('staff-group-stays', 'allow', archived),
  'head': row('forbidden', 'forbidden', 'forbidden'),
  'management': row('forbidden', 'forbidden', 'forbidden'),
  'own teacher': refused,
  'other teacher': refused,
  'unconfirmed own teacher': onlyStaffGroup,
  'parent of a child here': row('not-found', 'forbidden', 'not-found'),
})

/** By whoever answers for the group's people. */
const byDeciding: Record<Reader, Row> = {
  ...hidden,
  'admin': row('allow', 'allow', 'group-archived'),
  'head': row('allow', 'allow', 'group-archived'),
  'management': row('allow', 'allow', 'group-archived'),
  'own teacher': row('allow', 'allow', 'not-found'),
  'other teacher': refused,
  'unconfirmed own teacher': onlyStaffGroup,
  'parent of a child here': row('not-found', 'forbidden', 'not-found'),
}

const table = {
  see: {
    ...hidden,
    'admin': row('allow', 'allow', 'allow'),
    'head': row('allow', 'allow', 'allow'),
    'management': row('allow', 'allow', 'allow'),
    'own teacher': row('allow', 'allow', 'not-found'),
    'other teacher': row('allow', 'allow', 'not-found'),
    'unconfirmed own teacher': row('allow', 'not-found', 'not-found'),
    'parent of a child here': row('not-found', 'allow', 'not-found'),
  },
  seeChildren: {
    ...hidden,
    'admin': row('allow', 'allow', 'allow'),
    'head': row('allow', 'allow', 'allow'),
    'management': row('allow', 'allow', 'allow'),
    'own teacher': row('allow', 'allow', 'not-found'),
    'other teacher': refused,
    'unconfirmed own teacher': onlyStaffGroup,
    'parent of a child here': row('not-found', 'forbidden', 'not-found'),
  },
  editChildren: {
    ...byAdmin('group-archived'),
    'own teacher': row('staff-group-stays', 'allow', 'not-found'),
  },
  edit: byAdmin('group-archived'),
  archive: byAdmin('allow'),
  assignTeachers: byAdmin('group-archived'),
  invite: byDeciding,
  markCommittee: {
    ...byAdmin('group-archived'),
    'head': row('staff-group-stays', 'allow', 'group-archived'),
    'management': row('staff-group-stays', 'allow', 'group-archived'),
    'own teacher': row('staff-group-stays', 'allow', 'not-found'),
  },
  decideRequests: byDeciding,
} as const satisfies Record<GroupAction, Record<Reader, Row>>

describe.each(Object.entries(table))('%s', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([reader, verdicts]) =>
    Object.entries(verdicts).map(([shape, verdict]) => [reader, shape, verdict] as const),
  )
  test.each(cases)('%s, %s → %s', (reader, shape, verdict) => {
    // Nobody is attached to «Педагоги» as a group's teacher is, but a tie must not open it either.
    const facts = { ...readers[reader as Reader], ...shapes[shape as Shape] }
    expect(groupPolicy[action as GroupAction](facts)).toBe(verdict)
  })
})
