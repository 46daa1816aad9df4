export { operatorsRoute } from './routes.tsx'
