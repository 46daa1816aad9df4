export { orderFileRights } from './file-rights.ts'
export { administratorRoutes } from './routes.ts'
