export type { CallContext } from './context.ts'
export { startKeeper } from './keeper.ts'
export { callRoutes } from './routes.ts'
