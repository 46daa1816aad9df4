export { getChat, getChatList } from './list.ts'
export { chatListRoutes } from './routes.ts'
