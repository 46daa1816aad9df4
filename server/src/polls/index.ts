export { pollRoutes } from './routes.ts'
