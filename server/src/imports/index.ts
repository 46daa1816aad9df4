export { importRoutes } from './routes.ts'
export { importRetention, importTasks } from './tasks.ts'
