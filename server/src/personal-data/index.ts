export { register } from './register/register.ts'
export { personalDataRoutes } from './routes.ts'
export { personalDataRetention, personalDataTasks } from './tasks.ts'
