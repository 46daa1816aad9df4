import type { Role } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { type ComingBackAction, type ComingBackFacts, comingBackPolicy, type ComingBackVerdict } from './policy.ts'

type Who = OrganizationRole | 'stranger' | 'teacher of the child'
type Row = Record<Role, ComingBackVerdict>
type Standing = ComingBackFacts['standing']

const forAll = (verdict: ComingBackVerdict): Row => ({
  management: verdict,
  teacher: verdict,
  parent: verdict,
  student: verdict,
})
const colleague: Row = { ...forAll('not-found'), management: 'forbidden', teacher: 'forbidden' }
const office = forAll('forbidden')
const nobody = forAll('not-found')

const others = {
  'head': office,
  'management': office,
  'teacher': colleague,
  'unconfirmed-teacher': colleague,
  'parent': nobody,
  'student': nobody,
  'stranger': nobody,
} as const
const neverAllowed: Record<Who, Row> = {
  ...others,
  'admin': office,
  'teacher of the child': { ...colleague, parent: 'forbidden' },
}

/** Another number is only asked for by it: those who answer for the other places decide, too. */
const asks: Record<Who, Row> = {
  ...others,
  'admin': forAll('allow'),
  'teacher of the child': { ...colleague, parent: 'allow' },
}

// A missing role, standing or action does not compile: it must be decided here first.
const table = {
  makeCode: {
    'nothing-else': {
      ...others,
      'admin': forAll('allow'),
      'teacher of the child': { ...colleague, parent: 'allow' },
    },
    'staff': {
      ...others,
      'admin': forAll('allow'),
      'teacher of the child': { ...colleague, parent: 'forbidden' },
    },
    'operator': neverAllowed,
    'office-elsewhere': neverAllowed,
    'the-asker': Object.fromEntries(Object.keys(neverAllowed).map((who) => [who, office])) as Record<Who, Row>,
  },
  startPhoneChange: {
    'nothing-else': asks,
    'staff': asks,
    'office-elsewhere': asks,
    'operator': neverAllowed,
    'the-asker': Object.fromEntries(Object.keys(neverAllowed).map((who) => [who, office])) as Record<Who, Row>,
  },
} as const satisfies Record<ComingBackAction, Record<Standing, Record<Who, Row>>>

describe.each(Object.entries(table))('%s', (action, standings) => {
  for (const [standing, byWho] of Object.entries(standings)) {
    for (const [who, byRole] of Object.entries(byWho)) {
      for (const [role, verdict] of Object.entries(byRole)) {
        test(`for a ${role} who is ${standing}, by ${who}: ${verdict}`, () => {
          const teachesTheirChild = who === 'teacher of the child'
          const readerRoles = who === 'stranger' ? [] : [teachesTheirChild ? 'teacher' : (who as OrganizationRole)]
          const facts = { role: role as Role, standing: standing as Standing, readerRoles, teachesTheirChild }
          expect(comingBackPolicy[action as ComingBackAction](facts)).toBe(verdict)
        })
      }
    }
  }

  test('whoever leads a group without being confirmed learns of no parent', () => {
    const facts = { role: 'parent', standing: 'nothing-else', readerRoles: ['unconfirmed-teacher'] } as const
    expect(comingBackPolicy[action as ComingBackAction]({ ...facts, teachesTheirChild: true })).toBe('not-found')
  })
})
