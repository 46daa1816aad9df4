export { certificateRoute, operatorWebinarRoutes, webinarRoutes } from './routes.tsx'
