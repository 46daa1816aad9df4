import { roles } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

const byToken = ({ applicationToken }: Things) => ({ params: { token: applicationToken } })
const byId = ({ applicationId }: Things) => ({ params: { applicationId } })
const operator = ['operator'] as const
const decision = (body: object): Row => ({ call: (things) => ({ ...byId(things), body }), allowed: operator })

export const applicationRows = {
  // Made of what is sent, and of nothing else.
  draft: { call: () => ({ body: { paper: 'order', format: 'docx', form: {} } }), allowed: roles },
  // Whoever holds the private link is the applicant, signed in or not.
  putOrder: { call: (things) => ({ ...byToken(things), query: { name: 'приказ.pdf' } }), allowed: roles },
  submit: { call: (things) => ({ ...byToken(things), body: {} }), allowed: roles },
  status: { call: byToken, allowed: roles },
  mailed: { call: ({ mailedToken }) => ({ params: { token: mailedToken } }), allowed: roles },
  withdraw: { call: byToken, allowed: roles },
  list: { call: () => ({}), allowed: operator },
  get: { call: byId, allowed: operator },
  order: { call: byId, allowed: operator },
  orderText: { call: byId, allowed: operator },
  approve: decision({ revision: 1 }),
  return: decision({ revision: 1, reason: 'Нет подписи' }),
  refuse: decision({ revision: 1, reason: 'Не учреждение' }),
  makeCode: { call: byId, allowed: operator },
} as const satisfies Record<string, Row>
