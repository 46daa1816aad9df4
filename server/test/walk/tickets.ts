import { signedIn } from './roles.ts'
import type { Row } from './row.ts'
import type { Things } from './things.ts'

/** The parent's, at the desk of the organization; another one of theirs, written to the platform alone. */
const one = ({ ticketId }: Things) => ({ params: { ticketId } })
const entry = ({ ticketId, unknownId }: Things) => ({ params: { ticketId, entryId: unknownId } })
const ofDesk = { allowed: ['admin'], forbidden: ['parent'] } as const
const ofAsker = { allowed: ['parent'], forbidden: ['admin'] } as const
const ofBoth = { allowed: ['admin', 'parent'] } as const

export const ticketRows = {
  own: { call: () => ({}), allowed: signedIn },
  ask: {
    // The operators are the platform's support: whoever is one asks no one there, and is told so.
    call: ({ unknownId }) => ({
      params: { ticketId: unknownId },
      body: { desk: 'platform', subject: 'Не приходит код', text: 'Помогите' },
    }),
    allowed: signedIn,
  },
  get: { call: one, ...ofBoth },
  say: { call: (things) => ({ ...entry(things), body: { text: 'Спасибо' } }), ...ofBoth },
  assign: { call: (things) => ({ ...one(things), body: { from: null, to: null } }), ...ofDesk },
  pass: { call: (things) => ({ ...entry(things), body: { to: 'platform', word: 'Это к вам' } }), ...ofDesk },
  solve: { call: one, ...ofBoth },
  rate: { call: (things) => ({ ...one(things), body: { stars: 5 } }), ...ofAsker },
  setRead: { call: (things) => ({ ...one(things), body: { seq: 1 } }), ...ofAsker },
  queue: {
    call: ({ organizationId }) => ({ params: { organizationId } }),
    allowed: ['admin'],
    forbidden: ['management', 'teacher', 'unconfirmed', 'parent'],
  },
  operatorQueue: { call: () => ({}), allowed: ['operator'] },
  figures: { call: () => ({}), allowed: ['operator'] },
} as const satisfies Record<string, Row>

export const letterInRows = {
  list: { call: () => ({}), allowed: ['operator'] },
} as const satisfies Record<string, Row>
