export { addGuardian } from './guardians.ts'
export { expectGuardians } from './contact.store.ts'
export { takeChildrenIn, takeChildrenOut } from './many-children.ts'
export { childRoutes } from './routes.ts'
