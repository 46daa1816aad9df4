export type { CallContext } from './context.ts'
export { heardSince } from './view.store.ts'
export { tellHosts } from './waiting-room.ts'
export { openCalls } from './open.ts'
