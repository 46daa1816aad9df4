import type { AccountId, Chat } from '@kolosok/contract'
import { IconAlertCircle, IconBellOff, IconCheck, IconChecks, IconClock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatRecent } from '#lib/dates.ts'
import type { OutboxEntry } from '#lib/local-data.ts'
import { ChatFace } from './chat-face.tsx'
import classes from './chat-list.module.css'
import { chatTitle, ofUnsent, preview } from './chat-words.ts'
import { findPerson, peopleQuery } from './people.ts'
import { t } from './texts.ts'
import { useTyping } from './typing.ts'

type Props = {
  readonly chat: Chat
  readonly me: AccountId
  readonly isOpen: boolean
  readonly draft: string
  /** The newest of one's own that waits here, or was refused. */
  readonly unsent: OutboxEntry | undefined
}

export function ChatRow({ chat, me, isOpen, draft, unsent }: Props) {
  const { unread, ringing, isMuted } = chat
  return (
    <Link to="/chats/$chatId" params={{ chatId: chat.id }} className={classes.row} data-open={isOpen || undefined}>
      <ChatFace chat={chat} size={48} />
      <span className={classes.title}>
        <span className={classes.name}>{chatTitle(chat)}</span>
        {chat.isArchived && <span className={classes.archived}>{t('archived')}</span>}
        {isMuted && <IconBellOff size={16} className={classes.mutedIcon} aria-label={t('muted')} role="img" />}
        <When chat={chat} me={me} unsent={unsent} />
      </span>
      <span className={classes.last}>
        <LastLine chat={chat} me={me} draft={isOpen ? '' : draft} unsent={unsent} />
        {unread > 0 && <Unread count={unread} isCalm={isMuted || chat.isArchived || ringing === 0} />}
      </span>
    </Link>
  )
}

function When({ chat, me, unsent }: Pick<Props, 'chat' | 'me' | 'unsent'>) {
  const saidAt = unsent?.writtenAt ?? chat.lastMessage?.sentAt
  return (
    <span className={classes.when}>
      {unsent ? <Unsent entry={unsent} /> : isMyWord(chat, me) && <Ticks chat={chat} />}
      {saidAt !== undefined && <time dateTime={saidAt}>{formatRecent(saidAt)}</time>}
    </span>
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

/** What still waits for the network is not lost, and what was refused wants a look. */
function Unsent({ entry }: { entry: OutboxEntry }) {
  if (entry.refusedWith === null) {
    return <IconClock size={15} className={classes.ticks} role="img" aria-label={t('unsent.waits')} />
  }
  return <IconAlertCircle size={16} className={classes.refused} role="img" aria-label={t('unsent.refused')} />
}

function LastLine({ chat, me, draft, unsent }: Omit<Props, 'isOpen'>) {
  const typing = useTyping(chat.id)
  const people = useQuery(peopleQuery(chat.id)).data
  const writers = typing.filter((accountId) => accountId !== me)
  if (writers.length > 0) {
    const name = people[writers[0] ?? '']?.name ?? t('someone')
    return <span className={classes.typing}>{typingInOneLine(chat, writers.length, name)}</span>
  }
  if (draft.trim() !== '' && !unsent) {
    return (
      <span className={classes.preview}>
        <span className={classes.draft}>{t('draft')}</span> {draft}
      </span>
    )
  }
  const lastAuthor = chat.lastAuthor ?? (chat.lastMessage && findPerson(people, chat.lastMessage)) ?? null
  const { author, text } = unsent ? ofUnsent(chat, unsent) : preview({ ...chat, lastAuthor }, me, people)
  return (
    <span className={classes.preview}>
      {author !== '' && <span className={classes.author}>{author} </span>}
      {text}
    </span>
  )
}

function typingInOneLine({ kind }: Chat, count: number, name: string): string {
  if (kind === 'direct') return t('typing.direct')
  return count === 1 ? t('typing.one', { name }) : t('typing.some', { count })
}
