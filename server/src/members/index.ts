export { createStructurePort } from './follow-structure.ts'
export { memberRoutes } from './routes.ts'
