export { statisticsReportRoutes } from './routes.ts'
export { countWaitingReports } from './store.ts'
