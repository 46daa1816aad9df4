export { statusRoute } from './routes.tsx'
