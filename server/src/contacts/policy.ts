import type { OrganizationRole } from '#organizations/index.ts'

/** One membership of the asker beside one of the other person, in the same organization. */
export type ContactFacts = {
  readonly roles: readonly OrganizationRole[]
  readonly theirRoles: readonly OrganizationRole[]
  /** Both have to do with the same group of children now; whoever is limited to one child, with its staff only. */
  readonly isSameGroup: boolean
  readonly mayParentsWriteEachOther: boolean
}

type Reach = 'always' | 'same-group' | 'same-group-if-allowed' | 'never'

const staff = {
  'admin': 'always',
  'head': 'always',
  'management': 'always',
  'teacher': 'always',
  'unconfirmed-teacher': 'always',
} as const
const everybody = { ...staff, parent: 'always', student: 'always' } as const

/** Who may open a direct chat with whom. The view `contact` says the same in SQL. */
const reach: Record<OrganizationRole, Record<OrganizationRole, Reach>> = {
  'admin': everybody,
  'head': everybody,
  'management': everybody,
  'teacher': { ...staff, parent: 'same-group', student: 'never' },
  'unconfirmed-teacher': { ...staff, parent: 'never', student: 'never' },
  'parent': {
    'admin': 'always',
    'head': 'same-group',
    'management': 'same-group',
    'teacher': 'same-group',
    'unconfirmed-teacher': 'never',
    'parent': 'same-group-if-allowed',
    'student': 'never',
  },
  'student': {
    'admin': 'never',
    'head': 'same-group',
    'management': 'same-group',
    'teacher': 'same-group',
    'unconfirmed-teacher': 'never',
    'parent': 'never',
    'student': 'never',
  },
}

export const contactPolicy = {
  open(facts: ContactFacts): boolean {
    const reached: Record<Reach, boolean> = {
      'always': true,
      'same-group': facts.isSameGroup,
      'same-group-if-allowed': facts.isSameGroup && facts.mayParentsWriteEachOther,
      'never': false,
    }
    return facts.roles.some((role) => facts.theirRoles.some((theirs) => reached[reach[role][theirs]]))
  },
} as const
