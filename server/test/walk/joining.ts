import { office, roles, signedIn, staff } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

const organization = ({ organizationId }: Things) => ({ params: { organizationId } })
const group = ({ groupId }: Things) => ({ params: { groupId } })
const ofGroup = { allowed: ['admin', 'management', 'teacher'], forbidden: ['parent'] } as const

export const invitationRows = {
  list: { call: organization, allowed: ['admin', 'management', 'teacher'], forbidden: ['unconfirmed', 'parent'] },
  export: {
    call: (things) => ({ ...organization(things), body: {} }),
    allowed: ['admin', 'management', 'teacher'],
    forbidden: ['unconfirmed', 'parent'],
  },
  inviteStaff: {
    call: ({ organizationId, unknownId }) => ({
      params: { organizationId, invitationId: unknownId },
      body: { position: 'воспитатель', useLimit: 5 },
    }),
    allowed: office,
    forbidden: ['teacher', 'unconfirmed', 'parent'],
  },
  revoke: {
    call: ({ organizationId, invitationId }) => ({ params: { organizationId, invitationId } }),
    allowed: ['admin', 'management', 'teacher'],
  },
  revokeUnclaimed: {
    call: (things) => ({ ...organization(things), body: {} }),
    allowed: ['admin', 'management', 'teacher'],
    forbidden: ['unconfirmed', 'parent'],
  },
  revokeSelected: {
    call: ({ organizationId, invitationId }) => ({
      params: { organizationId },
      body: { invitationIds: [invitationId] },
    }),
    allowed: ['admin', 'management', 'teacher'],
    forbidden: ['unconfirmed', 'parent'],
  },
  sheets: { call: organization, allowed: ['admin', 'management', 'teacher'], forbidden: ['unconfirmed', 'parent'] },
  ofGroup: { call: group, ...ofGroup },
  inviteFamilies: { call: (things) => ({ ...group(things), body: {} }), ...ofGroup },
  makeCodes: { call: group, ...ofGroup },
  sheet: { call: (things) => ({ ...group(things), body: {} }), ...ofGroup },
} as const satisfies Record<string, Row>

const mailing = ({ organizationId, mailingId }: Things) => ({ params: { organizationId, mailingId } })
/** The administrator's own; a teacher's own is `mailings.test.ts`. */
const ofOffice = { call: mailing, allowed: office } as const

export const mailingRows = {
  recipients: {
    call: ({ organizationId, groupId }) => ({ params: { organizationId }, query: { groupId } }),
    allowed: ['admin', 'management', 'teacher'],
    forbidden: ['unconfirmed', 'parent'],
  },
  send: {
    call: ({ organizationId, groupId, unknownId }) => ({
      params: { organizationId, mailingId: unknownId },
      body: { to: 'families', groupId, ways: ['email'] },
    }),
    allowed: ['admin', 'management', 'teacher'],
    forbidden: ['unconfirmed', 'parent'],
  },
  list: { call: organization, allowed: ['admin', 'management', 'teacher'], forbidden: ['unconfirmed', 'parent'] },
  get: ofOffice,
  stop: ofOffice,
  retry: ofOffice,
} as const satisfies Record<string, Row>

const joinRequest = ({ organizationId, joinRequestId }: Things) => ({ params: { organizationId, joinRequestId } })
/** Of a parent into the group that the teacher is attached to. */
const ofDeciders = ['admin', 'management', 'teacher'] as const

export const joinRequestRows = {
  find: { call: () => ({ query: { text: 'колосок' } }), allowed: signedIn },
  mine: { call: () => ({}), allowed: signedIn },
  ask: {
    call: ({ organizationCode, unknownId }) => ({
      params: { joinRequestId: unknownId },
      body: {
        role: 'teacher',
        code: organizationCode,
        ...{ givenName: 'Анна', patronymic: '', familyName: 'Ли', position: 'логопед', word: '' },
        consents: [{ purpose: 'staff-communication', textVersion: 1 }],
      },
    }),
    allowed: signedIn,
  },
  // Its own asker's only: `join-requests.test.ts`.
  withdraw: { call: ({ joinRequestId }) => ({ params: { joinRequestId } }), allowed: ['stranger'] },
  list: { call: organization, allowed: ofDeciders, forbidden: ['unconfirmed', 'parent'] },
  export: {
    call: (things) => ({ ...organization(things), body: {} }),
    allowed: ofDeciders,
    forbidden: ['unconfirmed', 'parent'],
  },
  accept: {
    call: (things) => ({ ...joinRequest(things), body: { childId: things.childId } }),
    allowed: ofDeciders,
  },
  refuse: { call: (things) => ({ ...joinRequest(things), body: { reason: 'Не знаем вас' } }), allowed: ofDeciders },
  decideTogether: {
    call: ({ organizationId, joinRequestId }) => ({
      params: { organizationId },
      body: { decision: 'refuse', joinRequestIds: [joinRequestId], reason: 'Не знаем вас' },
    }),
    allowed: ofDeciders,
    forbidden: ['unconfirmed', 'parent'],
  },
} as const satisfies Record<string, Row>

export const joiningRows = {
  entitled: { call: () => ({}), allowed: signedIn },
  open: { call: ({ token }) => ({ params: { token } }), allowed: roles },
  // Whoever holds the link may look and say yes: it is what makes somebody a member.
  details: {
    call: ({ token }) => ({ params: { token } }),
    allowed: ['operator', 'stranger', 'elsewhere', 'parent', ...staff],
  },
  accept: {
    call: ({ token }) => ({
      params: { token },
      body: { role: 'parent', givenName: 'Анна', patronymic: '', familyName: 'Ли', label: 'мама Вани', consents: [] },
    }),
    allowed: ['operator', 'stranger', 'elsewhere', 'parent', ...staff],
  },
} as const satisfies Record<string, Row>

const one = ({ organizationId, confirmationId }: Things) => ({ params: { organizationId, confirmationId } })

export const confirmationRows = {
  list: { call: organization, allowed: office, forbidden: ['teacher', 'unconfirmed', 'parent'] },
  export: {
    call: (things) => ({ ...organization(things), body: {} }),
    allowed: office,
    forbidden: ['teacher', 'unconfirmed', 'parent'],
  },
  mine: { call: organization, allowed: [...staff, 'parent'] },
  ask: {
    call: ({ organizationId, unknownId }) => ({
      params: { organizationId, confirmationId: unknownId },
      body: { position: 'воспитатель', howToCheck: 'Спросите заведующего' },
    }),
    allowed: staff,
    forbidden: ['parent'],
  },
  confirm: { call: (things) => ({ ...one(things), body: {} }), allowed: office, forbidden: ['unconfirmed'] },
  refuse: {
    call: (things) => ({ ...one(things), body: { reason: 'Не работает у нас' } }),
    allowed: office,
    forbidden: ['unconfirmed'],
  },
  // While it waits it is the asker's; once confirmed, the management's: `confirmations.test.ts`.
  withdraw: { call: (things) => ({ ...one(things), body: {} }), allowed: ['unconfirmed'], forbidden: office },
  decideTogether: {
    call: ({ organizationId, confirmationId }) => ({
      params: { organizationId },
      body: { decision: 'confirm', confirmationIds: [confirmationId] },
    }),
    allowed: office,
    forbidden: ['teacher', 'unconfirmed', 'parent'],
  },
  unconfirm: {
    call: ({ memberships }) => ({
      params: { membershipId: memberships.teacher },
      body: { reason: 'Перешла на другую работу' },
    }),
    allowed: office,
    forbidden: ['teacher', 'unconfirmed'],
  },
} as const satisfies Record<string, Row>

export const comingBackRows = {
  makeCode: {
    call: ({ memberships }) => ({ params: { membershipId: memberships.parent } }),
    allowed: ['admin', 'teacher'],
    forbidden: ['management', 'parent'],
  },
} as const satisfies Record<string, Row>
