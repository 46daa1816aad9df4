export { handOverChats } from './hand-over.ts'
export { groupChatRoutes } from './routes.ts'
export { listOwned as listOwnedChats } from './store.ts'
