import { roles, signedIn } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

/** The operator's own, for whoever has signed in. */
const one = ({ articleName: name }: Things) => ({ params: { name } })
const inTatar = ({ articleName: name }: Things) => ({ params: { name, language: 'tt' } })
const ofOperator = { allowed: ['operator'] } as const

export const articleRows = {
  list: { call: () => ({}), allowed: roles },
  get: { call: one, allowed: signedIn },
  vote: {
    call: ({ articleName: name, unknownId: voteId }) => ({ params: { name, voteId }, body: { isHelpful: true } }),
    allowed: signedIn,
  },
  manage: { call: () => ({}), ...ofOperator },
  open: { call: one, ...ofOperator },
  write: {
    call: (things) => ({
      ...one(things),
      body: { rev: 1, title: 'Кружки', text: 'Иначе', topic: 'own', roles: ['parent'], isOpen: false },
    }),
    ...ofOperator,
  },
  setHidden: { call: (things) => ({ ...one(things), body: { isHidden: true } }), ...ofOperator },
  restore: { call: (things) => ({ ...one(things), body: { rev: 1 } }), ...ofOperator },
  keep: { call: (things) => ({ ...one(things), body: { rev: 1 } }), ...ofOperator },
  translate: {
    call: (things) => ({ ...inTatar(things), body: { rev: 0, title: 'Түгәрәкләр', text: 'Чәршәмбе көнне' } }),
    ...ofOperator,
  },
  removeTranslation: { call: inTatar, ...ofOperator },
  remove: { call: one, ...ofOperator },
} as const satisfies Record<string, Row>
