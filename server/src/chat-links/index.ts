export { createAdmission } from './admission.ts'
export { chatLinkRoutes } from './routes.ts'
