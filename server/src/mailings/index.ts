export { handOverMailings } from './hand-over.ts'
export { mailingRoutes } from './routes.ts'
export { mailingTasks } from './tasks.ts'
