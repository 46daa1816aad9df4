export { organizationRoutes } from './routes.tsx'
