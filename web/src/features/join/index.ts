export { joinRoute } from './routes.tsx'
