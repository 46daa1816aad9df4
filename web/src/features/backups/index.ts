export { backupsRoute } from './routes.tsx'
