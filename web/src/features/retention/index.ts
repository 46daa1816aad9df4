export { retentionRoute } from './routes.tsx'
