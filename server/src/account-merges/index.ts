export { accountMergeRoutes } from './routes.ts'
