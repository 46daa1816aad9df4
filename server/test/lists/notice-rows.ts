import { noticeEndpoints } from '@kolosok/contract'
import { gets } from './doors.ts'
import { inOrganization, type Row } from './row.ts'

const listed = {
  endpoint: noticeEndpoints.list,
  at: inOrganization,
  lists: { notices: { id: 'id', door: gets(noticeEndpoints.get, 'noticeId') } },
}

export const noticeRows: Record<string, Row> = {
  'notices.list': listed,
  'notices.list that were sent': { ...listed, query: { box: 'sent' } },
}
