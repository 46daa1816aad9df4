export { PersonHistory } from './person-history.tsx'
export { journalRoute } from './routes.tsx'
