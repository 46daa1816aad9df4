import { office, signedIn } from './roles.ts'
import type { Row } from './row.ts'

export const accessRows = {
  list: {
    call: ({ organizationId }) => ({ params: { organizationId } }),
    allowed: office,
    forbidden: ['teacher', 'unconfirmed', 'parent'],
  },
  own: { call: () => ({}), allowed: signedIn },
} as const satisfies Record<string, Row>
