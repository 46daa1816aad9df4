export { organizationDataRoutes } from './routes.ts'
export { places } from './tables/index.ts'
export { organizationDataTasks } from './tasks.ts'
