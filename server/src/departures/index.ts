export { departureRoutes } from './routes.ts'
