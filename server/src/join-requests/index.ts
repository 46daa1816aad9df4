export { joinRequestRoutes } from './routes.ts'
export { countToDecide } from './store.ts'
