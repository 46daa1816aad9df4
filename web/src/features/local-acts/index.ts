export { localActRoutes } from './routes.tsx'
