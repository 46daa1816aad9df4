export { webinarRoutes } from './routes.ts'
export { webinarTasks } from './tasks.ts'
