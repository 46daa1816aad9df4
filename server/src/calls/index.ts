export { createDoor } from './door.ts'
export { startKeeper } from './keeper.ts'
export { callRoutes } from './routes.ts'
