import { meetingEndpoints } from '@kolosok/contract'
import { gets } from './doors.ts'
import { inOrganization, type Row } from './row.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const query = { from: inDays(-1), until: inDays(30) }
const listed = {
  endpoint: meetingEndpoints.list,
  at: inOrganization,
  query,
  lists: { meetings: { id: 'id', door: gets(meetingEndpoints.get, 'meetingId') } },
}

export const meetingRows: Record<string, Row> = {
  'meetings.list': listed,
  'meetings.list of all': { ...listed, query: { ...query, of: 'all' } },
}
