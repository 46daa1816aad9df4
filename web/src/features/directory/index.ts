export { directoryRoutes } from './routes.tsx'
