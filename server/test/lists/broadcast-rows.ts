import { broadcastEndpoints } from '@kolosok/contract'
import { gets } from './doors.ts'
import { inOrganization, type Row } from './row.ts'

const door = gets(broadcastEndpoints.get, 'broadcastId')
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const query = { from: inDays(-30), until: inDays(60) }
const calendar = {
  endpoint: broadcastEndpoints.calendar,
  at: inOrganization,
  query,
  lists: { broadcasts: { id: 'id', door } },
}

export const broadcastRows: Record<string, Row> = {
  'broadcasts.list': {
    endpoint: broadcastEndpoints.list,
    at: inOrganization,
    lists: { ahead: { id: 'id', door }, past: { id: 'id', door } },
  },
  'broadcasts.calendar': calendar,
  'broadcasts.calendar of all': { ...calendar, query: { ...query, of: 'all' } },
}
