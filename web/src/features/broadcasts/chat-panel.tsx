import type { Broadcast, HeardChat } from '@kolosok/contract'
import { Switch } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { useLayoutEffect, useRef } from 'react'
import { ChatField } from './chat-field.tsx'
import { ChatMessage } from './chat-message.tsx'
import { useEarlier, useSetChatOn } from './chat-queries.ts'
import classes from './chat.module.css'
import { sentenceOf } from './problems.ts'
import room from './room.module.css'
import { t } from './texts.ts'

type Props = { readonly broadcast: Broadcast; readonly chat: UseQueryResult<HeardChat> }

/** What is said beside the picture; those who run it switch it on and off. */
export function ChatPanel({ broadcast, chat }: Props) {
  const { hasChat, isMuted, abilities } = broadcast
  return (
    <>
      {abilities.run && <ChatSwitch broadcast={broadcast} />}
      {!hasChat && <p className={room.quiet}>{t(abilities.run ? 'chat.off.run' : 'chat.off')}</p>}
      {hasChat && chat.isError && (
        <p role="alert" className={room.problem}>
          {sentenceOf(chat.error)}
        </p>
      )}
      {hasChat && chat.data && <Said broadcast={broadcast} chat={chat.data} />}
      {hasChat && !isMuted && <ChatField broadcastId={broadcast.id} />}
      {hasChat && isMuted && <p className={room.quiet}>{t('chat.muted')}</p>}
    </>
  )
}

function ChatSwitch({ broadcast: { id, hasChat } }: Pick<Props, 'broadcast'>) {
  const set = useSetChatOn()
  const isOn = set.isPending ? set.variables.body.isOn : hasChat
  return (
    <>
      <Switch
        className={classes.switch}
        label={t('chat.switch')}
        checked={isOn}
        onChange={({ currentTarget }) =>
          set.mutate({ params: { broadcastId: id }, body: { isOn: currentTarget.checked } })
        }
      />
      {set.error && (
        <p role="alert" className={room.problem}>
          {sentenceOf(set.error)}
        </p>
      )}
    </>
  )
}

/** So near the end that whoever reads there goes on with what comes. */
const NEAR_PX = 80

function Said({ broadcast, chat }: { readonly broadcast: Broadcast; readonly chat: HeardChat }) {
  const { messages, previous } = chat
  const earlier = useEarlier(broadcast.id)
  const list = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const last = messages.at(-1)?.seq
  useLayoutEffect(() => {
    if (isAtEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight
  }, [last])
  return (
    <div
      ref={list}
      className={classes.said}
      role="log"
      aria-label={t('tab.chat')}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_PX
      }}
    >
      {previous !== null && (
        <button
          type="button"
          className={classes.earlier}
          disabled={earlier.isPending}
          onClick={() => earlier.mutate(previous)}
        >
          {t('chat.earlier')}
        </button>
      )}
      {messages.length === 0 && <p className={room.quiet}>{t('chat.empty')}</p>}
      {messages.map((message) => (
        <ChatMessage key={message.id} broadcast={broadcast} message={message} />
      ))}
    </div>
  )
}
