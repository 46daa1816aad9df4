export { startKeeper } from './keeper.ts'
export { callRooms } from './rooms.ts'
export { callRoutes } from './routes.ts'
