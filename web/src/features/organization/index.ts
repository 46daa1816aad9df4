export { overviewQuery, staffQuery } from './queries.ts'
export { organizationRoutes } from './routes.tsx'
