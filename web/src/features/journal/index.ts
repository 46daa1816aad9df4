export { journalRoute } from './routes.tsx'
