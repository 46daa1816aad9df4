import type { AccountId, Chat } from '@kolosok/contract'
import { IconBellOff, IconCheck, IconChecks } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatRecent } from '#lib/dates.ts'
import { ChatFace } from './chat-face.tsx'
import classes from './chat-list.module.css'
import { chatTitle, preview } from './chat-words.ts'
import { findPerson, peopleQuery } from './people.ts'
import { t } from './texts.ts'
import { useTyping } from './typing.ts'

type Props = { readonly chat: Chat; readonly me: AccountId; readonly isOpen: boolean; readonly draft: string }

export function ChatRow({ chat, me, isOpen, draft }: Props) {
  const { lastMessage, unread, ringing, isMuted } = chat
  return (
    <Link to="/chats/$chatId" params={{ chatId: chat.id }} className={classes.row} data-open={isOpen || undefined}>
      <ChatFace chat={chat} size={48} />
      <span className={classes.title}>
        <span className={classes.name}>{chatTitle(chat)}</span>
        {chat.isArchived && <span className={classes.archived}>{t('archived')}</span>}
        {isMuted && <IconBellOff size={16} className={classes.mutedIcon} aria-label={t('muted')} role="img" />}
        <span className={classes.when}>
          {isMyWord(chat, me) && <Ticks chat={chat} />}
          {lastMessage && <time dateTime={lastMessage.sentAt}>{formatRecent(lastMessage.sentAt)}</time>}
        </span>
      </span>
      <span className={classes.last}>
        <LastLine chat={chat} me={me} draft={isOpen ? '' : draft} />
        {unread > 0 && <Unread count={unread} isCalm={isMuted || chat.isArchived || ringing === 0} />}
      </span>
    </Link>
  )
}

function Unread({ count, isCalm }: { count: number; isCalm: boolean }) {
  return (
    <span className={classes.unread} data-muted={isCalm || undefined}>
      <span aria-hidden="true">{count > 98 ? '99+' : count}</span>
      <span className="visually-hidden">{t('unread', { count })}</span>
    </span>
  )
}

/** Who came or called is nothing that anybody waits to see read. */
const isMyWord = ({ kind, lastMessage }: Chat, me: AccountId): boolean =>
  kind !== 'saved' && lastMessage?.authorId === me && (lastMessage.kind === 'text' || lastMessage.kind === 'poll')

function Ticks({ chat }: { chat: Chat }) {
  const isRead = chat.lastMessage !== null && chat.othersReadSeq >= chat.lastMessage.seq
  const Icon = isRead ? IconChecks : IconCheck
  return <Icon size={16} className={classes.ticks} aria-hidden="true" />
}

function LastLine({ chat, me, draft }: Omit<Props, 'isOpen'>) {
  const typing = useTyping(chat.id)
  const people = useQuery(peopleQuery(chat.id)).data
  const writers = typing.filter((accountId) => accountId !== me)
  if (writers.length > 0) {
    const name = people[writers[0] ?? '']?.name ?? t('someone')
    return (
      <span className={classes.typing}>
        {chat.kind === 'direct'
          ? t('typing.direct')
          : writers.length === 1
            ? t('typing.one', { name })
            : t('typing.some', { count: writers.length })}
      </span>
    )
  }
  if (draft.trim() !== '') {
    return (
      <span className={classes.preview}>
        <span className={classes.draft}>{t('draft')}</span> {draft}
      </span>
    )
  }
  const lastAuthor = chat.lastAuthor ?? (chat.lastMessage && findPerson(people, chat.lastMessage)) ?? null
  const { author, text } = preview({ ...chat, lastAuthor }, me, people)
  return (
    <span className={classes.preview}>
      {author !== '' && <span className={classes.author}>{author} </span>}
      {text}
    </span>
  )
}
