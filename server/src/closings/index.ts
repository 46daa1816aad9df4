export { refuseClosed } from './gate.ts'
export { homeless, homes } from './homes.ts'
export { closingRoutes } from './routes.ts'
export { closingRetention, closingTasks } from './tasks.ts'
