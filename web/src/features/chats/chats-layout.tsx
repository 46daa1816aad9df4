import { Outlet, useMatchRoute } from '@tanstack/react-router'
import { ChatList } from './chat-list.tsx'
import classes from './chats-layout.module.css'

/** On a phone either the list or a chat, on a desktop both. */
export function ChatsLayout() {
  const isInChat = useMatchRoute()({ to: '/chats/$chatId', fuzzy: true }) !== false
  return (
    <div className={classes.layout} data-in-chat={isInChat || undefined}>
      <div className={classes.list}>
        <ChatList />
      </div>
      <div className={classes.chat}>
        <Outlet />
      </div>
    </div>
  )
}
