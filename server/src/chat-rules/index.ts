export { chatRuleRoutes } from './routes.ts'
