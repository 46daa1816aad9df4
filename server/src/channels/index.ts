export { postFileRights } from './file-rights.ts'
export { channelRoutes } from './routes.ts'
export { channelTasks } from './scheduled.ts'
export { countProposals, countUnreadPosts } from './waiting.store.ts'
