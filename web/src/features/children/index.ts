export { childrenRoute } from './routes.tsx'
