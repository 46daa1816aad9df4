import { broadcastEndpoints } from '@kolosok/contract'
import { gets } from './doors.ts'
import { inOrganization, type Row } from './row.ts'

const door = gets(broadcastEndpoints.get, 'broadcastId')

export const broadcastRows: Record<string, Row> = {
  'broadcasts.list': {
    endpoint: broadcastEndpoints.list,
    at: inOrganization,
    lists: { ahead: { id: 'id', door }, past: { id: 'id', door } },
  },
}
