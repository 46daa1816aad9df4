export { mailingRoutes } from './routes.ts'
export { mailingTasks } from './tasks.ts'
