import type { LocalActAudience, LocalActKind, LocalActState, LocalActStep } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { type EditionFacts, type LocalActAction, localActPolicy, type LocalActVerdict, stepPolicy } from './policy.ts'

type Who = OrganizationRole | 'stranger'
const rolesOf = (who: string): OrganizationRole[] => (who === 'stranger' ? [] : [who as OrganizationRole])

const states = {
  'draft': { state: 'draft' },
  'adopted': { state: 'adopted' },
  'heard': { state: 'heard' },
  'approved': { state: 'approved' },
  'planned': { state: 'approved', hasDay: true },
  'in-force': { state: 'in-force', hasDay: true },
  'followed': { state: 'in-force', hasDay: true, hasNext: true },
  'superseded': { state: 'superseded', hasDay: true, hasNext: true },
  'repealed': { state: 'repealed', hasDay: true },
} as const satisfies Record<string, { state: LocalActState; hasDay?: boolean; hasNext?: boolean }>
type Standing = keyof typeof states

const editionOf = (who: string, standing: string, given: Partial<EditionFacts> = {}): EditionFacts => ({
  roles: rolesOf(who),
  kind: 'regulation',
  audience: 'all',
  hearsParents: true,
  hasDay: false,
  hasNext: false,
  ...states[standing as Standing],
  ...given,
})

const every = (verdict: LocalActVerdict) =>
  Object.fromEntries(Object.keys(states).map((standing) => [standing, verdict])) as Record<Standing, LocalActVerdict>
/** Nothing of it before it is in force; then it is there, and theirs to read. */
const reading = (verdict: LocalActVerdict) => ({
  ...every('not-found'),
  'in-force': verdict,
  'followed': verdict,
  'superseded': verdict,
  'repealed': verdict,
})

const toReaders = { 'teacher': reading('forbidden'), 'unconfirmed-teacher': reading('forbidden') } as const
const toOthers = {
  ...toReaders,
  parent: reading('forbidden'),
  student: reading('forbidden'),
  stranger: every('not-found'),
} as const
const office = <V>(verdicts: V) => ({ admin: verdicts, head: verdicts, management: verdicts })

const onlyDraft = { ...every('local-act-not-draft'), draft: 'allow' } as const
const followable = {
  ...every('local-act-not-in-force'),
  'in-force': 'allow',
  'followed': 'local-act-has-next',
  'superseded': 'local-act-has-next',
  'repealed': 'allow',
} as const
const repealable = {
  ...every('local-act-not-in-force'),
  'in-force': 'allow',
  'followed': 'local-act-has-next',
  'repealed': 'allow',
} as const
const returnable = {
  ...every('local-act-step'),
  adopted: 'allow',
  heard: 'allow',
  approved: 'allow',
  planned: 'allow',
} as const

// A missing action or role does not compile: it must be decided here first.
const table = {
  see: {
    ...office(every('allow')),
    'teacher': reading('allow'),
    'unconfirmed-teacher': reading('allow'),
    'parent': reading('allow'),
    'student': reading('allow'),
    'stranger': every('not-found'),
  },
  follow: { ...office(every('allow')), ...toOthers },
  edit: { ...office(onlyDraft), ...toOthers },
  remove: { ...office(onlyDraft), ...toOthers },
  beginNext: { ...office(followable), ...toOthers },
  returnToDraft: {
    ...office({ ...returnable, approved: 'forbidden', planned: 'forbidden' } as const),
    head: returnable,
    ...toOthers,
  },
  acknowledge: {
    ...office({ ...every('local-act-not-in-force'), 'in-force': 'allow', 'followed': 'allow' } as const),
    ...toOthers,
  },
  repeal: { ...office(every('forbidden')), head: repealable, ...toOthers },
} as const satisfies Record<LocalActAction, Record<Who, Record<Standing, LocalActVerdict>>>

describe.each(Object.entries(table))('%s', (action, rows) => {
  test.each(Object.entries(rows))('by %s', (who, verdicts) => {
    const said = Object.keys(verdicts).map((standing) => [
      standing,
      localActPolicy[action as LocalActAction](editionOf(who, standing)),
    ])
    expect(Object.fromEntries(said)).toEqual(verdicts)
  })
})

// One after the other; those behind it may be mended.
const steps: Record<Standing, readonly LocalActStep[]> = {
  'draft': ['adopted'],
  'adopted': ['adopted', 'heard'],
  'heard': ['adopted', 'heard', 'approved'],
  'approved': ['adopted', 'heard', 'approved', 'in-force'],
  'planned': ['adopted', 'heard', 'approved', 'in-force'],
  'in-force': ['adopted', 'heard', 'approved', 'in-force'],
  'followed': ['adopted', 'heard', 'approved', 'in-force'],
  'superseded': ['adopted', 'heard', 'approved'],
  'repealed': ['adopted', 'heard', 'approved'],
}
const all: readonly LocalActStep[] = ['adopted', 'heard', 'approved', 'in-force']

describe('a step', () => {
  test.each(Object.entries(steps))('when %s', (standing, open) => {
    for (const step of all) {
      const isHeads = step === 'approved' || step === 'in-force'
      const verdict = open.includes(step) ? 'allow' : 'local-act-step'
      expect(stepPolicy(editionOf('head', standing), step), step).toBe(verdict)
      for (const who of ['admin', 'management']) {
        expect(stepPolicy(editionOf(who, standing), step), `${who} ${step}`).toBe(isHeads ? 'forbidden' : verdict)
      }
      for (const who of ['teacher', 'unconfirmed-teacher', 'parent', 'student']) {
        expect(stepPolicy(editionOf(who, standing), step), who).toBe(reading('forbidden')[standing as Standing])
      }
      expect(stepPolicy(editionOf('stranger', standing), step)).toBe('not-found')
    }
  })

  test.each([
    ['order', true, ['heard', 'approved']],
    ['order', false, ['approved']],
    ['form', false, ['approved']],
    ['instruction', false, ['approved']],
    ['regulation', false, ['adopted']],
  ] as const satisfies readonly [LocalActKind, boolean, LocalActStep[]][])(
    'of a draft of kind %s, with parents heard: %s',
    (kind, hearsParents, [first]) => {
      const open = all.filter(
        (step) => stepPolicy(editionOf('head', 'draft', { kind, hearsParents }), step) === 'allow',
      )
      expect(open).toEqual([first])
    },
  )
})

const audiences = {
  all: ['teacher', 'unconfirmed-teacher', 'parent', 'student'],
  staff: ['teacher', 'unconfirmed-teacher'],
  parents: ['parent'],
} as const satisfies Record<LocalActAudience, readonly OrganizationRole[]>

test.each(Object.entries(audiences))('in force for %s', (audience, readers) => {
  for (const who of ['teacher', 'unconfirmed-teacher', 'parent', 'student'] as const) {
    const edition = editionOf(who, 'in-force', { audience: audience as LocalActAudience })
    expect(localActPolicy.see(edition), who).toBe((readers as readonly string[]).includes(who) ? 'allow' : 'not-found')
  }
})
