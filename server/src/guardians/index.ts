export { guardianRoutes } from './routes.ts'
