export { organizationDataRoute } from './routes.tsx'
