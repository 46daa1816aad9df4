export { localActRoutes } from './routes.ts'
