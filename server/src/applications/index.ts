export { createClaims } from './claim.ts'
export { countSubmitted } from './queue.store.ts'
export type { ApplicationsContext } from './context.ts'
export { applicationRoutes } from './routes.ts'
