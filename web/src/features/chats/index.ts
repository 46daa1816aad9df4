import { lazy } from 'react'

export { applyToChatList, patchChat } from './chat-list-cache.ts'
export { addPeople, findPerson, peopleQuery, readPeople } from './people.ts'
export {
  chatsQuery,
  draftsQuery,
  unsentQuery,
  useChat,
  useMuteChat,
  useOpenDirectChat,
  type Unread,
  useUnread,
} from './queries.ts'
export { chatsIndexRoute, chatsRoute } from './routes.tsx'
export { hideTyping, showTyping, useTyping } from './typing.ts'
export const ChatActions = lazy(async () => ({ default: (await import('./chat-actions.tsx')).ChatActions }))
export const PeoplePicker = lazy(async () => ({ default: (await import('./people-picker.tsx')).PeoplePicker }))
export { ChatFace } from './chat-face.tsx'
export { chatTitle } from './chat-words.ts'
