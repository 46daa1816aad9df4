export { startKeeper } from './keeper.ts'
export { callRoutes } from './routes.ts'
