export { demoRoutes } from './routes.tsx'
