export { confirmationRoutes } from './routes.ts'
