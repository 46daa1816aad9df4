export { createClaims } from './claim.ts'
export type { ApplicationsContext } from './context.ts'
export { applicationRoutes } from './routes.ts'
