export { addGuardian } from './guardians.ts'
export { childRoutes } from './routes.ts'
