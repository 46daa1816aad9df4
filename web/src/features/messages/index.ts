export { chatRoute } from './routes.tsx'
/** The socket and what this device keeps: loaded beside the first page, not before it. */
export const loadSync = () => import('./sync.ts')
