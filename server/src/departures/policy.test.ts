import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { type DepartureAction, type DepartureFacts, departurePolicy, type DepartureVerdict } from './policy.ts'

// A missing action, reader or person who goes does not compile: it must be decided here first.
type Reader = OrganizationRole | 'oneself' | 'stranger'
type Goer = 'parent' | 'teacher' | 'admin of several' | 'only admin' | 'head'
type Row = Record<Goer, DepartureVerdict>

const goers: Record<Goer, Omit<DepartureFacts, 'readerRoles' | 'isOwn'>> = {
  'parent': { role: 'parent', isAdmin: false, isHead: false, otherAdmins: 1 },
  'teacher': { role: 'teacher', isAdmin: false, isHead: false, otherAdmins: 1 },
  'admin of several': { role: 'teacher', isAdmin: true, isHead: false, otherAdmins: 1 },
  'only admin': { role: 'teacher', isAdmin: true, isHead: false, otherAdmins: 0 },
  'head': { role: 'management', isAdmin: false, isHead: true, otherAdmins: 1 },
}

const same = (verdict: DepartureVerdict): Row => ({
  'parent': 'not-found',
  'teacher': verdict,
  'admin of several': verdict,
  'only admin': verdict,
  'head': verdict,
})
const letsGo: Row = {
  'parent': 'not-found',
  'teacher': 'allow',
  'admin of several': 'still-admin',
  'only admin': 'last-admin',
  'head': 'head-stays',
}
const others = {
  'teacher': same('forbidden'),
  'unconfirmed-teacher': same('forbidden'),
  'parent': same('not-found'),
  'student': same('not-found'),
  'stranger': same('not-found'),
} as const

const table = {
  see: {
    ...others,
    admin: same('allow'),
    head: same('allow'),
    management: same('allow'),
    oneself: { ...same('allow'), parent: 'allow' },
  },
  leave: {
    ...others,
    admin: letsGo,
    head: letsGo,
    management: letsGo,
    oneself: { ...letsGo, 'parent': 'allow', 'admin of several': 'allow' },
  },
} as const satisfies Record<DepartureAction, Record<Reader, Row>>

describe.each(Object.entries(table))('%s', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([reader, row]) =>
    Object.entries(row).map(([goer, verdict]) => [reader, goer, verdict] as const),
  )
  test.each(cases)('%s, of the %s → %s', (reader, goer, verdict) => {
    const isOwn = reader === 'oneself'
    const readerRoles = isOwn || reader === 'stranger' ? [] : [reader as OrganizationRole]
    const facts = { ...goers[goer as Goer], isOwn, readerRoles }
    expect(departurePolicy[action as DepartureAction](facts)).toBe(verdict)
  })
})
