import { roles } from './roles.ts'
import type { Row } from './row.ts'

export const installationRows = {
  get: { call: () => ({}), allowed: roles },
  status: { call: () => ({}), allowed: roles },
} as const satisfies Record<string, Row>

export const retentionRows = { preview: { call: () => ({}), allowed: ['operator'] } } as const satisfies Record<
  string,
  Row
>

export const backupRows = {
  list: { call: () => ({}), allowed: ['operator'] },
  make: { call: ({ unknownId }) => ({ params: { backupId: unknownId } }), allowed: ['operator'] },
} as const satisfies Record<string, Row>
