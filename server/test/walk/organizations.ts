import { insiders, office, signedIn, staff } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

const organization = ({ organizationId }: Things) => ({ params: { organizationId } })
const group = ({ groupId }: Things) => ({ params: { groupId } })
const confirmed = ['admin', 'management', 'teacher'] as const
const child = ({ childId }: Things) => ({ params: { childId } })

export const organizationRows = {
  mine: { call: () => ({}), allowed: signedIn },
  card: { call: organization, allowed: insiders },
  editCard: {
    call: (things) => ({ ...organization(things), body: { phone: '8 831 200-00-00' } }),
    allowed: ['admin'],
    forbidden: ['management', 'teacher', 'unconfirmed', 'parent'],
  },
  putLogo: {
    call: (things) => ({ ...organization(things), body: Buffer.from('no picture') }),
    allowed: ['admin'],
    forbidden: ['management', 'teacher', 'unconfirmed', 'parent'],
  },
  removeLogo: {
    call: organization,
    allowed: ['admin'],
    forbidden: ['management', 'teacher', 'unconfirmed', 'parent'],
  },
  // Whoever was told its address may look: `card.test.ts`.
  logo: { call: ({ unknownId }) => ({ params: { logoId: unknownId } }), allowed: [] },
  cardHistory: { call: organization, allowed: confirmed, forbidden: ['unconfirmed', 'parent'] },
  overview: { call: organization, allowed: confirmed, forbidden: ['unconfirmed', 'parent'] },
} as const satisfies Record<string, Row>

export const administratorRows = {
  list: { call: organization, allowed: office, forbidden: ['teacher', 'unconfirmed', 'parent'] },
  enterOrder: {
    call: ({ organizationId, unknownId, memberships, fileId }) => ({
      params: { organizationId, adminOrderId: unknownId },
      body: { kind: 'appointed', membershipId: memberships.teacher, number: '12', date: '2026-09-01', fileId },
    }),
    allowed: ['admin'],
    forbidden: ['management', 'teacher', 'unconfirmed', 'parent'],
  },
} as const satisfies Record<string, Row>

export const directoryRows = {
  list: { call: organization, allowed: confirmed, forbidden: ['unconfirmed', 'parent'] },
  export: {
    call: (things) => ({ ...organization(things), body: {} }),
    allowed: confirmed,
    forbidden: ['unconfirmed', 'parent'],
  },
  get: {
    call: ({ organizationId, memberships }) => ({ params: { organizationId, membershipId: memberships.parent } }),
    allowed: confirmed,
  },
} as const satisfies Record<string, Row>

export const journalRows = {
  list: { call: organization, allowed: office, forbidden: ['teacher', 'unconfirmed', 'parent'] },
} as const satisfies Record<string, Row>

const notByOthers = ['management', 'teacher', 'unconfirmed', 'parent'] as const
/** Who is attached to a group without being confirmed, and whose child is in it, do not see it as staff do. */
const structure = { allowed: ['admin'], forbidden: ['management', 'teacher', 'parent'] } as const

export const groupRows = {
  list: { call: organization, allowed: insiders },
  create: {
    call: (things) => ({ ...organization(things), body: { groups: [{ id: things.unknownId, name: 'Средняя' }] } }),
    allowed: ['admin'],
    forbidden: notByOthers,
  },
  reorder: {
    call: (things) => ({ ...organization(things), body: { groupIds: [] } }),
    allowed: ['admin'],
    forbidden: notByOthers,
  },
  get: { call: group, allowed: ['admin', 'management', 'teacher', 'parent'] },
  edit: { call: (things) => ({ ...group(things), body: { age: 'младшая' } }), ...structure },
  archive: { call: group, ...structure },
  restore: { call: group, ...structure },
  attachTeacher: {
    call: ({ groupId, memberships }) => ({
      params: { groupId, membershipId: memberships.teacher },
      body: { duty: 'lead' },
    }),
    ...structure,
  },
  attachTeachers: {
    call: ({ groupId, memberships }) => ({
      params: { groupId },
      body: { membershipIds: [memberships.teacher], duty: 'lead' },
    }),
    ...structure,
  },
  detachTeacher: {
    call: ({ groupId, memberships }) => ({ params: { groupId, membershipId: memberships.teacher } }),
    ...structure,
  },
  nameSubstitute: {
    call: ({ groupId, memberships, unknownId }) => ({
      params: { groupId, substitutionId: unknownId },
      body: { membershipId: memberships.management, firstDay: '2127-11-28', lastDay: '2127-12-12' },
    }),
    ...structure,
  },
  setLastDay: {
    call: ({ groupId, substitutionId }) => ({
      params: { groupId, substitutionId },
      body: { lastDay: '2126-12-20' },
    }),
    ...structure,
  },
  endSubstitution: {
    call: ({ groupId, substitutionId }) => ({ params: { groupId, substitutionId } }),
    ...structure,
  },
  setGroupsOfTeacher: {
    call: ({ organizationId, memberships }) => ({
      params: { organizationId, membershipId: memberships.teacher },
      body: { groups: [] },
    }),
    allowed: ['admin'],
    forbidden: notByOthers,
  },
} as const satisfies Record<string, Row>

const ofOwnGroup = { allowed: ['admin', 'teacher'], forbidden: ['management', 'parent'] } as const

export const childRows = {
  list: { call: group, allowed: ['admin', 'management', 'teacher'], forbidden: ['parent'] },
  ofOrganization: { call: organization, allowed: confirmed, forbidden: ['unconfirmed', 'parent'] },
  export: {
    call: (things) => ({ ...organization(things), body: {} }),
    allowed: confirmed,
    forbidden: ['unconfirmed', 'parent'],
  },
  add: {
    call: (things) => ({ ...group(things), body: { children: [{ id: things.unknownId, name: 'Соня М.' }] } }),
    ...ofOwnGroup,
  },
  get: { call: child, allowed: ['admin', 'management', 'teacher', 'parent'] },
  rename: { call: (things) => ({ ...child(things), body: { name: 'Иван К.' } }), ...ofOwnGroup },
  move: {
    call: (things) => ({
      ...child(things),
      body: { fromGroupId: things.groupId, toGroupId: things.otherGroupId },
    }),
    // The other group is not the teacher's.
    allowed: ['admin'],
    forbidden: ['management', 'teacher', 'parent'],
  },
  remove: { call: ({ groupId, childId }) => ({ params: { groupId, childId } }), ...ofOwnGroup },
  enrol: { call: ({ groupId, childId }) => ({ params: { groupId, childId } }), ...ofOwnGroup },
  left: { call: organization, allowed: ['admin'], forbidden: notByOthers },
  setGuardian: {
    call: ({ childId, memberships }) => ({
      params: { childId, membershipId: memberships.parent },
      body: { isLimited: true },
    }),
    ...ofOwnGroup,
  },
  removeGuardian: {
    call: ({ childId, memberships }) => ({ params: { childId, membershipId: memberships.parent } }),
    ...ofOwnGroup,
  },
} as const satisfies Record<string, Row>

export const membershipRows = {
  staff: { call: organization, allowed: staff, forbidden: ['parent'] },
  edit: {
    call: ({ memberships }) => ({ params: { membershipId: memberships.teacher }, body: { position: 'педагог' } }),
    allowed: office,
    forbidden: ['teacher', 'unconfirmed'],
  },
} as const satisfies Record<string, Row>

/** Of the teacher, who may go by themselves; of the others only the office decides. */
const departure = ({ organizationId, memberships }: Things) => ({
  params: { organizationId, membershipId: memberships.teacher },
})
const nothing = { groups: [], chatsTo: null, linksTo: null }
export const departureRows = {
  get: { call: departure, allowed: ['admin', 'management', 'teacher'], forbidden: ['unconfirmed'] },
  leave: {
    call: (things) => ({ ...departure(things), body: nothing }),
    allowed: ['admin', 'management', 'teacher'],
    forbidden: ['unconfirmed'],
  },
  list: { call: organization, allowed: office, forbidden: ['teacher', 'unconfirmed', 'parent'] },
  takeBack: {
    call: ({ organizationId, former }) => ({ params: { organizationId, membershipId: former } }),
    allowed: office,
    forbidden: ['teacher', 'unconfirmed', 'parent'],
  },
} as const satisfies Record<string, Row>

/** Not there outside the demonstration, for anybody. */
const nowhere: Row = { call: ({ people }) => ({ params: { accountId: people.parent.accountId } }), allowed: [] }
export const demoRows = { people: nowhere, become: nowhere, outgoing: nowhere } as const satisfies Record<string, Row>

export const waitingRows = {
  get: { call: () => ({}), allowed: signedIn },
  here: { call: organization, allowed: confirmed, forbidden: ['unconfirmed', 'parent'] },
} as const satisfies Record<string, Row>

export const searchRows = {
  find: { call: ({ organizationId }) => ({ params: { organizationId }, query: { text: 'ван' } }), allowed: insiders },
} as const satisfies Record<string, Row>
