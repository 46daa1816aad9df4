export { materialFileRights } from './file-rights.ts'
export { findInMaterials } from './read.ts'
export { materialRoutes } from './routes.ts'
export { materialRetention, materialTasks } from './tasks.ts'
