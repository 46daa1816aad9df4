import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { type ChatFacts, chatPolicy, mayBeRemoved, type MemberFacts, type Verdict } from './policy.ts'

// A missing row or column does not compile: a new role, kind or state must be decided here first.
type Shape = `${ChatFacts['kind']} ${ChatFacts['state']}`
type Asker = 'none' | `${'parent' | 'staff'} ${'member' | 'moderator'}`
type Table = Record<Asker, Record<Shape, Verdict>>

const always = (verdict: Verdict): Record<Shape, Verdict> => ({
  'direct open': verdict,
  'direct read-only': verdict,
  'group open': verdict,
  'group read-only': verdict,
  'saved open': verdict,
  'saved read-only': verdict,
})
const whileOpen = {
  'direct open': 'allow',
  'direct read-only': 'chat-read-only',
  'group open': 'allow',
  'group read-only': 'chat-read-only',
  'saved open': 'allow',
  'saved read-only': 'chat-read-only',
} as const satisfies Record<Shape, Verdict>
const inGroups = {
  ...always('forbidden'),
  'group open': 'allow',
  'group read-only': 'allow',
} as const satisfies Record<Shape, Verdict>
const sameForStaff = (member: Record<Shape, Verdict>, moderator: Record<Shape, Verdict>): Table => ({
  'none': always('not-found'),
  'parent member': member,
  'parent moderator': moderator,
  'staff member': member,
  'staff moderator': moderator,
})
const byStaffModerator: Table = {
  ...sameForStaff(always('forbidden'), always('forbidden')),
  'staff moderator': { ...always('forbidden'), 'group open': 'allow', 'group read-only': 'chat-read-only' },
}
const ofParents = { ...whileOpen, 'group open': 'forbidden', 'saved open': 'forbidden' } as const
const ofStaff = { ...whileOpen, 'saved open': 'forbidden' } as const

const tables = {
  see: sameForStaff(always('allow'), always('allow')),
  post: sameForStaff(whileOpen, whileOpen),
  takePart: sameForStaff(whileOpen, whileOpen),
  moderate: sameForStaff(always('forbidden'), inGroups),
  removeMember: sameForStaff(always('forbidden'), inGroups),
  leave: sameForStaff(inGroups, inGroups),
  configure: byStaffModerator,
  rename: byStaffModerator,
  addMembers: byStaffModerator,
  invite: byStaffModerator,
  own: sameForStaff(always('forbidden'), always('forbidden')),
  close: sameForStaff(always('forbidden'), always('forbidden')),
  call: {
    'none': always('not-found'),
    'parent member': ofParents,
    'parent moderator': ofParents,
    'staff member': ofStaff,
    'staff moderator': ofStaff,
  },
} as const satisfies Record<Exclude<keyof typeof chatPolicy, 'enter'>, Table>

function factsOf(asker: Asker, shape: Shape): MemberFacts {
  const [kind, state] = shape.split(' ') as [ChatFacts['kind'], ChatFacts['state']]
  const [side, role] = asker.split(' ') as ['none' | 'parent' | 'staff', ChatFacts['chatRole'] | undefined]
  const free = { boundTo: null, whoMayWrite: 'all', mayMembersCall: false, hasEntered: false, isOwner: false } as const
  return { ...free, kind, state, chatRole: role ?? 'none', isStaff: side === 'staff' }
}

describe.each(Object.entries(tables))('%s', (action, table) => {
  const cases = Object.entries(table).flatMap(([asker, row]) =>
    Object.entries(row).map(([shape, verdict]) => [asker, shape, verdict] as const),
  )
  test.each(cases)('%s, %s → %s', (asker, shape, verdict) => {
    expect(chatPolicy[action as keyof typeof tables](factsOf(asker as Asker, shape as Shape))).toBe(verdict)
  })
})

const mayWrite = {
  all: { parent: 'allow', staff: 'allow' },
  staff: { parent: 'forbidden', staff: 'allow' },
  nobody: { parent: 'chat-read-only', staff: 'chat-read-only' },
} as const satisfies Record<MemberFacts['whoMayWrite'], Record<'parent' | 'staff', Verdict>>

test.each(Object.entries(mayWrite))('where %s may write', (whoMayWrite, row) => {
  for (const [side, verdict] of Object.entries(row)) {
    const facts = factsOf(`${side as 'parent' | 'staff'} member`, 'group open')
    expect(chatPolicy.post({ ...facts, whoMayWrite: whoMayWrite as MemberFacts['whoMayWrite'] })).toBe(verdict)
    expect(chatPolicy.takePart({ ...facts, whoMayWrite: whoMayWrite as MemberFacts['whoMayWrite'] })).toBe('allow')
  }
})

test('in a group whose chat allows it, parents start calls too', () => {
  expect(chatPolicy.call({ ...factsOf('parent member', 'group open'), mayMembersCall: true })).toBe('allow')
})

test('what follows the structure is neither renamed nor filled by hand, yet has its rules chosen in it', () => {
  const bound = { ...factsOf('staff moderator', 'group open'), boundTo: 'group' } as const
  expect([chatPolicy.configure(bound), chatPolicy.rename(bound), chatPolicy.addMembers(bound)]).toEqual([
    'allow',
    'forbidden',
    'forbidden',
  ])
})

test('the link of a chat leads to a chat put together or of a group, never past the structure', () => {
  const moderator = factsOf('staff moderator', 'group open')
  const verdicts = ([null, 'group', 'staff', 'rule'] as const).map((boundTo) =>
    chatPolicy.invite({ ...moderator, boundTo }),
  )
  expect(verdicts).toEqual(['allow', 'allow', 'forbidden', 'forbidden'])
})

test('the owner of a chat, and nobody else, chooses moderators, hands it over, closes and opens it again', () => {
  const owner = { ...factsOf('staff moderator', 'group open'), isOwner: true }
  expect([chatPolicy.own(owner), chatPolicy.close(owner)]).toEqual(['allow', 'allow'])
  const closed = { ...owner, state: 'read-only' } as const
  expect([chatPolicy.own(closed), chatPolicy.close(closed)]).toEqual(['chat-read-only', 'allow'])
})

test('a bound chat is left, and taken from, only by who entered', () => {
  const bound = { ...factsOf('staff member', 'group open'), boundTo: 'group' } as const
  expect(chatPolicy.leave(bound)).toBe('forbidden')
  expect(chatPolicy.leave({ ...bound, hasEntered: true })).toBe('allow')
  const [put, entered] = [
    { hasEntered: false, isOwner: false },
    { hasEntered: true, isOwner: false },
  ]
  expect(mayBeRemoved(bound, put)).toBe(false)
  expect(mayBeRemoved(bound, entered)).toBe(true)
  expect(mayBeRemoved({ boundTo: null }, put)).toBe(true)
  expect(mayBeRemoved({ boundTo: null }, { ...put, isOwner: true })).toBe(false)
})

const mayEnter = {
  'stranger': { bound: 'not-found', free: 'not-found' },
  'student': { bound: 'not-found', free: 'not-found' },
  'parent': { bound: 'not-found', free: 'not-found' },
  'teacher': { bound: 'not-found', free: 'not-found' },
  'unconfirmed-teacher': { bound: 'not-found', free: 'not-found' },
  'management': { bound: 'allow', free: 'not-found' },
  'head': { bound: 'allow', free: 'not-found' },
  'admin': { bound: 'allow', free: 'not-found' },
} as const satisfies Record<OrganizationRole | 'stranger', Record<'bound' | 'free', Verdict>>

describe('enter', () => {
  const facts: ChatFacts = { ...factsOf('none', 'group open'), boundTo: 'group', organizationRoles: [] }

  test.each(Object.entries(mayEnter))('%s', (role, row) => {
    const organizationRoles = role === 'stranger' ? [] : [role as OrganizationRole]
    for (const [binding, verdict] of Object.entries(row)) {
      const boundTo = binding === 'bound' ? 'group' : null
      expect(chatPolicy.enter({ ...facts, organizationRoles, boundTo })).toBe(verdict)
    }
  })

  test('a second membership never takes away what the first one gives', () => {
    expect(chatPolicy.enter({ ...facts, organizationRoles: ['parent', 'management'] })).toBe('allow')
  })

  test('seeing and posting do not ask for the role in the organization', () => {
    const admin: ChatFacts = { ...facts, organizationRoles: ['admin', 'management'] }
    expect([chatPolicy.see(admin), chatPolicy.post(admin), chatPolicy.moderate(admin)]).toEqual([
      'not-found',
      'not-found',
      'not-found',
    ])
  })
})
