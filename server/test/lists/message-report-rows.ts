import { messageReportEndpoints } from '@kolosok/contract'
import { gets } from './doors.ts'
import { inOrganization, type Row } from './row.ts'

const reports = { reports: { id: 'id', door: gets(messageReportEndpoints.get, 'messageReportId') } }

export const messageReportRows: Record<string, Row> = {
  'messageReports.queue': { endpoint: messageReportEndpoints.queue, at: inOrganization, lists: reports },
}
