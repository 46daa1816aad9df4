export { changeByCode, phoneChangeTasks } from './come-into-effect.ts'
export { countToDecide } from './list.store.ts'
export { phoneChangeRoutes } from './routes.ts'
