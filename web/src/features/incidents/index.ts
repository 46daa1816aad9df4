export { incidentsRoute, installationIncidentsRoute } from './routes.tsx'
