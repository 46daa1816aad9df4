export { chatRoute } from './routes.tsx'
export { startSync } from './sync.ts'
