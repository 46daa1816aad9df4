export { departureRoutes } from './routes.ts'
export { departureTasks } from './look-for-ownerless.ts'
