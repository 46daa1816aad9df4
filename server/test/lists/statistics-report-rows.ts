import { statisticsReportEndpoints } from '@kolosok/contract'
import { gets } from './doors.ts'
import { inOrganization, type Row } from './row.ts'

export const statisticsReportRows: Record<string, Row> = {
  'statisticsReports.list': {
    endpoint: statisticsReportEndpoints.list,
    at: inOrganization,
    lists: { reports: { id: 'id', door: gets(statisticsReportEndpoints.get, 'statisticsReportId') } },
  },
}
