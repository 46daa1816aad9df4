import type { Chat } from '@kolosok/contract'
import { IconBookmark } from '@tabler/icons-react'
import { Face } from '#ui/face.tsx'
import classes from './chat-list.module.css'

export function ChatFace({ chat, size }: { chat: Pick<Chat, 'kind' | 'title'>; size: number }) {
  if (chat.kind !== 'saved') return <Face name={chat.title} isGroup={chat.kind === 'group'} size={size} />
  return (
    <span className={classes.savedFace} style={{ width: size, height: size }} aria-hidden="true">
      <IconBookmark size={size / 2} />
    </span>
  )
}
