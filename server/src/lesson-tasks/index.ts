export { workFileRights } from './file-rights.ts'
export { countOpenTasks } from './open-tasks.ts'
export { lessonTaskRoutes } from './routes.ts'
