// In one piece: whoever looks at the figures goes on to the reports.
export { GroupStatisticsPage } from './group-statistics-page.tsx'
export { ReportPage } from './report-page.tsx'
export { ReportsPage } from './reports-page.tsx'
export { StatisticsPage } from './statistics-page.tsx'
