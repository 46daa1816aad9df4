import { randomUUID } from 'node:crypto'
import { roles, signedIn } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

const phone = '+79161234567'
let last = 1000
/** Nobody’s yet, whoever asks. */
const newPhone = () => `+7916555${String(++last)}`
const own: Row = { call: () => ({}), allowed: signedIn }
const operators: Row = { call: () => ({}), allowed: ['operator'] }
const anybody = (body: unknown): Row => ({ call: () => ({ body }), allowed: roles })

export const identityRows = {
  getMe: own,
  changeMe: { call: () => ({ body: { givenName: 'Анна' } }), allowed: signedIn },
  givePhone: { call: () => ({ body: { phone } }), allowed: signedIn },
  sendPhoneCode: { call: () => ({ body: { phone } }), allowed: signedIn },
  provePhone: { call: () => ({ body: { handle: phone, code: '123456' } }), allowed: signedIn },
  sendCode: anybody({ phone, way: 'sms' }),
  signIn: anybody({ handle: 'x', code: '123456' }),
  signInWithPersonalCode: anybody({ phone, code: 'ABCDEFGHJK' }),
  signOut: own,
  listDevices: own,
  // Another's session is nobody's to end: `sign-in.test.ts`.
  endDevice: { call: ({ sessionOf }, role) => ({ params: { sessionId: sessionOf(role) } }), allowed: signedIn },
  endOtherDevices: own,
  // Only the account it was made for sees one: `personal-codes.test.ts`.
  revokeComingBackCode: { call: ({ unknownId }) => ({ params: { personalCodeId: unknownId } }), allowed: [] },
  useOperatorLink: { call: () => ({ params: { token: 'x' } }), allowed: roles },
  listOperators: operators,
  addOperator: { call: () => ({ body: { phone, name: 'Анна' } }), allowed: ['operator'] },
  removeOperator: {
    call: ({ people }) => ({ params: { who: people.operator.accountId } }),
    allowed: ['operator'],
  },
} as const satisfies Record<string, Row>

/** Archives belong to accounts: another's is not there (`personal-data.test.ts`). */
export const personalDataRows = {
  get: own,
  askForExport: { call: () => ({ params: { dataExportId: randomUUID() } }), allowed: signedIn },
  exportContent: { call: ({ unknownId }) => ({ params: { dataExportId: unknownId } }), allowed: [] },
  sendDeletionCode: { call: () => ({}), allowed: signedIn },
  // Nobody of these is rid of their organization: whoever is would be deleted here.
  deleteAccount: { call: () => ({ body: { isSure: false } }), allowed: signedIn },
  act: { call: () => ({ params: { token: 'x' } }), allowed: [] },
} as const satisfies Record<string, Row>

const byMembership = ({ unknownId, memberships }: Things) => ({
  params: { membershipId: memberships.parent, phoneChangeId: unknownId },
  body: { phone: '+7 916 123-45-00' },
})
const toDecide = ({ organizationId, phoneChangeId }: Things) => ({ params: { organizationId, phoneChangeId } })
const toDecideForAll = ({ phoneChangeId }: Things) => ({ params: { phoneChangeId } })
const isInPerson = { body: { isInPerson: false } }
const notTheirs = ['management', 'teacher', 'unconfirmed', 'parent'] as const

const nothingProven = ({ unknownId }: { unknownId: string }) => {
  const sent = { handle: unknownId, code: '123456' }
  return { body: { phone: '+79160000000', own: sent, other: sent } }
}

export const accountMergeRows = {
  sendCodes: { call: () => ({ body: { phone, way: 'sms' } }), allowed: signedIn },
  preview: { call: nothingProven, allowed: signedIn },
  merge: {
    call: (things) => ({ params: { accountMergeId: randomUUID() }, ...nothingProven(things) }),
    allowed: signedIn,
  },
} as const satisfies Record<string, Row>

export const phoneChangeRows = {
  sendCodes: { call: () => ({ body: { phone, old: 'none' } }), allowed: signedIn },
  change: {
    call: ({ unknownId }) => ({
      body: { newHandle: unknownId, newCode: '123456', oldHandle: unknownId, oldCode: '123456' },
    }),
    allowed: signedIn,
  },
  ask: { call: () => ({ params: { phoneChangeId: randomUUID() }, body: { phone: newPhone() } }), allowed: signedIn },
  // Whose number it is.
  stop: { call: toDecideForAll, allowed: ['parent'] },
  start: { call: byMembership, allowed: ['admin', 'teacher'], forbidden: ['management', 'parent'] },
  list: {
    call: ({ organizationId }) => ({ params: { organizationId } }),
    allowed: ['admin'],
    forbidden: notTheirs,
  },
  agree: { call: (things) => ({ ...toDecide(things), ...isInPerson }), allowed: ['admin'], forbidden: notTheirs },
  refuse: { call: toDecide, allowed: ['admin'], forbidden: notTheirs },
  listAll: operators,
  agreeForAll: { call: (things) => ({ ...toDecideForAll(things), ...isInPerson }), allowed: ['operator'] },
  refuseForAll: { call: toDecideForAll, allowed: ['operator'] },
} as const satisfies Record<string, Row>
