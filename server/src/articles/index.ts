export { articleRoutes } from './routes.ts'
export { shipArticles } from './ship.ts'
export { countOutdated } from './store.ts'
export { articleRetention, articleTasks } from './tasks.ts'
