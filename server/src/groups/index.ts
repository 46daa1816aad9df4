export { accessGroup, type ClearedGroup } from './access.ts'
export { type GroupAction, groupPolicy } from './policy.ts'
export { groupRoutes } from './routes.ts'
export { lockStructureOf } from './store.ts'
