export { comingBackRoutes } from './routes.ts'
