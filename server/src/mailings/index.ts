export { handOverMailings } from './hand-over.ts'
export { mailingRoutes } from './routes.ts'
export { mailingRetention, mailingTasks } from './tasks.ts'
