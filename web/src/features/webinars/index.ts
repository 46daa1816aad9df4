export { operatorWebinarRoutes, webinarRoutes } from './routes.tsx'
