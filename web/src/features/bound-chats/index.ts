export { boundChatsRoute } from './routes.tsx'
