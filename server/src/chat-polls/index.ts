export { chatPollRoutes } from './routes.ts'
