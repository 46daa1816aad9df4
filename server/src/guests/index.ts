export { guestRetention, guestTasks } from './tasks.ts'
export { guestRoutes } from './routes.ts'
