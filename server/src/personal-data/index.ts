export { personalDataRoutes } from './routes.ts'
export { personalDataRetention, personalDataTasks } from './tasks.ts'
