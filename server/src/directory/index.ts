export { countPeople, findPeople } from './list.ts'
export { directoryRoutes } from './routes.ts'
