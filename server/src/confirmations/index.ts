export { countToDecide } from './waiting.store.ts'
export { confirmationRoutes } from './routes.ts'
