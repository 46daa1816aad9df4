export { scheduledFileRights } from './file-rights.ts'
export { withScheduled } from './follow-structure.ts'
export { scheduledRoutes } from './routes.ts'
export { scheduledRetention, scheduledTasks } from './tasks.ts'
