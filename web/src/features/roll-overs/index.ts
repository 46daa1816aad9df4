export { rollOverRoute } from './routes.tsx'
