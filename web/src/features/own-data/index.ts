export { accountDeletedRoute, ownDataRoute } from './routes.tsx'
