export { rollOverRoutes } from './routes.ts'
export { rollOverTasks } from './tasks.ts'
