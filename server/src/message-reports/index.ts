export { reportedFileRights } from './file-rights.ts'
export { countUnseen } from './own.store.ts'
export { messageReportRoutes } from './routes.ts'
export { countToDecide } from './store.ts'
