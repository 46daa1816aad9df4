export { accessGroup } from './access.ts'
export { groupRoutes } from './routes.ts'
export { lockStructureOf } from './store.ts'
