import { leakOf } from './personal-data-things.ts'
import { office } from './roles.ts'
import type { Row } from './row.ts'

const ofOffice = { allowed: office, forbidden: ['teacher', 'unconfirmed', 'parent'] } as const

export const incidentRows = {
  list: { call: ({ organizationId }) => ({ query: { organizationId } }), ...ofOffice },
  save: {
    call: ({ organizationId, incidentId }) => ({ params: { incidentId }, body: leakOf(organizationId) }),
    ...ofOffice,
  },
  paper: {
    call: ({ incidentId }) => ({ params: { incidentId, paper: 'notification', format: 'docx' } }),
    ...ofOffice,
  },
} as const satisfies Record<string, Row>
