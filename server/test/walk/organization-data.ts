import { randomUUID } from 'node:crypto'
import type { Row } from './row.ts'

const forbidden = ['management', 'teacher', 'unconfirmed', 'parent'] as const

export const organizationDataRows = {
  list: { call: ({ organizationId }) => ({ params: { organizationId } }), allowed: ['admin'], forbidden },
  ask: {
    call: ({ organizationId }) => ({ params: { organizationId, dataExportId: randomUUID() } }),
    allowed: ['admin'],
    forbidden,
  },
  // An archive that is not there yet is nobody's (`organization-data.test.ts`).
  content: {
    call: ({ organizationId, unknownId }) => ({ params: { organizationId, dataExportId: unknownId } }),
    allowed: [],
    forbidden,
  },
} as const satisfies Record<string, Row>
