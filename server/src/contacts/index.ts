export { contactRoutes } from './routes.ts'
export { findContacts } from './service.ts'
