export { accessMember, mayBeHelped } from './access.ts'
export { comingBackRoutes } from './routes.ts'
