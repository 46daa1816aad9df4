export { accessMember } from './access.ts'
export { comingBackRoutes } from './routes.ts'
