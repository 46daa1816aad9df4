import { office, signedIn } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'
import { webinarOf } from './webinar-things.ts'

/** For whoever has such a role in any organization; an operator looks at it, and has a seat nowhere. */
const one = ({ webinarId }: Things) => ({ params: { webinarId } })
const meant = [...office, 'teacher', 'elsewhere'] as const
const ofOperator = { allowed: ['operator'] } as const

export const webinarRows = {
  list: { call: () => ({}), allowed: signedIn },
  get: { call: one, allowed: [...meant, 'operator'] },
  register: {
    call: (things) => ({ ...one(things), body: { name: 'Петрова Анна' } }),
    allowed: meant,
    forbidden: ['operator'],
  },
  withdraw: { call: one, allowed: meant, forbidden: ['operator'] },
  calendarFile: { call: one, allowed: [...meant, 'operator'] },
  // Only of one that is over somebody may have one: webinar-certificates.test.ts.
  paper: { call: one, allowed: [] },
} as const satisfies Record<string, Row>

/** Whoever knows its number; there is none in these places. */
export const certificateRows = {
  get: { call: () => ({ params: { number: 'KAXT-48HP-M2C7' } }), allowed: [] },
} as const satisfies Record<string, Row>

export const webinarPlanRows = {
  list: { call: () => ({}), ...ofOperator },
  get: { call: one, ...ofOperator },
  save: { call: ({ unknownId }) => ({ params: { webinarId: unknownId }, body: webinarOf() }), ...ofOperator },
  publish: { call: (things) => ({ ...one(things), body: { rev: 1 } }), ...ofOperator },
  cancel: { call: (things) => ({ ...one(things), body: { word: 'Болезнь ведущего' } }), ...ofOperator },
  remove: { call: one, ...ofOperator },
  people: { call: one, ...ofOperator },
  mark: {
    call: (things) => ({ ...one(things), body: { accountIds: [things.people.teacher.accountId], attended: true } }),
    ...ofOperator,
  },
  issue: { call: one, ...ofOperator },
  revoke: {
    call: ({ webinarId, people }) => ({ params: { webinarId, accountId: people.teacher.accountId } }),
    ...ofOperator,
  },
} as const satisfies Record<string, Row>
