import { expect, test } from 'vitest'
import { materialPolicy, type MaterialVerdict, type ShelfFacts } from './policy.ts'

type Role = ShelfFacts['roles'][number]
type Tie = 'none' | ShelfFacts['ties'][number]
type Kind = ShelfFacts['kind']
type Verdicts = { readonly see: MaterialVerdict; readonly add: MaterialVerdict }

const hidden = { see: 'not-found', add: 'not-found' } as const
const read = { see: 'allow', add: 'forbidden' } as const
const kept = { see: 'allow', add: 'allow' } as const

const group = {
  'admin': { none: kept, teacher: kept, guardian: kept },
  'head': { none: kept, teacher: kept, guardian: kept },
  'management': { none: kept, teacher: kept, guardian: kept },
  'teacher': { none: hidden, teacher: kept, guardian: hidden },
  'unconfirmed-teacher': { none: hidden, teacher: hidden, guardian: hidden },
  'parent': { none: hidden, teacher: hidden, guardian: read },
  'student': { none: hidden, teacher: hidden, guardian: hidden },
} as const satisfies Record<Role, Record<Tie, Verdicts>>

const everyTie = (verdicts: Verdicts) => ({ none: verdicts, teacher: verdicts, guardian: verdicts })

// A missing kind, role or tie does not compile.
const table: Record<Kind, Record<Role, Record<Tie, Verdicts>>> = {
  class: group,
  club: group,
  committee: group,
  programme: group,
  staff: { ...group, teacher: everyTie(kept), parent: everyTie(hidden) },
}

const cases = Object.entries(table).flatMap(([kind, roles]) =>
  Object.entries(roles).flatMap(([role, ties]) =>
    Object.entries(ties).map(([tie, verdicts]) => [kind as Kind, role as Role, tie as Tie, verdicts] as const),
  ),
)

test.each(cases)('of a %s, %s with tie %s', (kind, role, tie, verdicts) => {
  const shelf = { kind, roles: [role], ties: tie === 'none' ? [] : [tie], isArchived: false }
  expect({ see: materialPolicy.see(shelf), add: materialPolicy.add(shelf) }).toEqual(verdicts)
  const isOffice = ['admin', 'head', 'management'].includes(role)
  const archived = { ...shelf, isArchived: true }
  expect({ see: materialPolicy.see(archived), add: materialPolicy.add(archived) }).toEqual(
    isOffice ? { see: 'allow', add: 'group-archived' } : hidden,
  )
})

test('a stranger finds nothing anywhere', () => {
  for (const kind of Object.keys(table) as Kind[]) {
    const shelf = { kind, roles: [], ties: ['teacher', 'guardian'] as const, isArchived: false }
    expect([materialPolicy.see(shelf), materialPolicy.add(shelf)]).toEqual(['not-found', 'not-found'])
  }
})
