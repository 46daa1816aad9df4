export { administratorsRoute } from './routes.tsx'
