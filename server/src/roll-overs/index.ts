export { rollOverRoutes } from './routes.ts'
export { rollOverRetention, rollOverTasks } from './tasks.ts'
