export { accessChat, type ClearedChat } from './access.ts'
export { closeChatsOf, listChatAccounts, reopenChatsOf } from './closing.store.ts'
export type { ChatContext } from './context.ts'
export { type ChatAction, chatPolicy, mayBeRemoved, type MemberFacts } from './policy.ts'
export { createPaces, type Paces } from './paces.ts'
export { createPresence } from './presence.ts'
export type { Roster } from './roster.store.ts'
export { createRosters, factsFor } from './rosters.ts'
export {
  deleteMembers,
  findMember,
  insertMembers,
  listRecentlyChanged,
  lockChat,
  lockChats,
  type NewMember,
  raiseAudience,
  takeTurn,
  type Turn,
} from './store.ts'
