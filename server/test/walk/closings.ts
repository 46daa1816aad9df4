import { randomUUID } from 'node:crypto'
import type { Row } from './row.ts'

const forbidden = ['management', 'teacher', 'unconfirmed', 'parent'] as const

export const closingRows = {
  get: { call: ({ organizationId }) => ({ params: { organizationId } }), allowed: ['admin'], forbidden },
  // Under another name nothing closes: the others still need it.
  close: {
    call: ({ organizationId, unknownId }) => ({
      params: { organizationId, closingId: unknownId },
      body: { name: 'Другая', dataExportId: randomUUID() },
    }),
    allowed: ['admin'],
    forbidden,
  },
  // A closing that is not there is nobody's to undo (`closings.test.ts`).
  reopen: {
    call: ({ organizationId, unknownId }) => ({ params: { organizationId, closingId: unknownId } }),
    allowed: [],
    forbidden,
  },
  list: { call: () => ({}), allowed: ['operator'] },
  reopenByOperator: { call: ({ unknownId }) => ({ params: { closingId: unknownId } }), allowed: [] },
  act: { call: ({ unknownId }) => ({ params: { closingId: unknownId } }), allowed: [] },
} as const satisfies Record<string, Row>
