export { accessChild, type ClearedChild } from './access.ts'
export { addGuardian } from './guardians.ts'
export { type ChildAction, childPolicy } from './policy.ts'
export { childRoutes } from './routes.ts'
