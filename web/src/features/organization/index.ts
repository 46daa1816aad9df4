export { overviewQuery } from './queries.ts'
export { organizationRoutes } from './routes.tsx'
