export { workFileRights } from './file-rights.ts'
export { lessonTaskRoutes } from './routes.ts'
