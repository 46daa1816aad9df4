export { openBroadcasts } from './open.ts'
export { listNearBroadcasts } from './read-broadcasts.ts'
export { broadcastRetention, broadcastTasks } from './tasks.ts'
