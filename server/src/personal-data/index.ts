export { personalDataRoutes } from './routes.ts'
export { personalDataTasks } from './tasks.ts'
