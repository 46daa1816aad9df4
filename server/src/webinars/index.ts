export { webinarFileRights } from './materials.ts'
export { findWebinars } from './read-webinars.ts'
export { webinarRoutes } from './routes.ts'
export { webinarTasks } from './tasks.ts'
