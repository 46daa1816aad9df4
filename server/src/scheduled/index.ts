export { scheduledFileRights } from './file-rights.ts'
export { scheduledRoutes } from './routes.ts'
export { scheduledRetention, scheduledTasks } from './tasks.ts'
