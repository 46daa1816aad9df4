import { roles, signedIn } from './roles.ts'
import type { Row } from './row.ts'

const phone = '+79161234567'
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
