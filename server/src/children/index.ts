export { addGuardian } from './guardians.ts'
export { expectGuardians, type GuardianContact } from './contact.store.ts'
export { takeChildrenIn, takeChildrenOut } from './many-children.ts'
export { childRoutes } from './routes.ts'
