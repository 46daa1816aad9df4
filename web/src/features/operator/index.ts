export { operatorQueueRoutes } from './routes.tsx'
