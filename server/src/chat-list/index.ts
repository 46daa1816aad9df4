export { getChat, getChatList } from './list.ts'
export { chatListRoutes } from './routes.ts'
export { chatListTasks } from './tasks.ts'
export { tellOwn } from './tell-own.ts'
