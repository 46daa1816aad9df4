export { chatRegisterRoutes } from './routes.ts'
