export { articleRoutes, operatorArticleRoutes } from './routes.tsx'
