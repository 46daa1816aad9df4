import type { Message, Original, Person } from '@kolosok/contract'
import { Skeleton } from '@mantine/core'
import { IconArrowUpRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { chatTitle, useChat } from '#features/chats/index.ts'
import { Attachments } from '#features/files/index.ts'
import { isProblem } from '#lib/api.ts'
import { LinkedText } from '#ui/linked-text.tsx'
import { quotedQuery } from './queries.ts'
import { t } from './saved-texts.ts'
import classes from './saved-message.module.css'
import { t as ofMessages } from './texts.ts'
import { useThread } from './thread-context.ts'

/** What was saved, as it is now where it was said: changed, taken back or out of sight, it is so here. */
export function SavedMessage({ original }: { original: Original }) {
  const { chatId, messageId } = original
  const { data, error, isPending } = useQuery({ ...quotedQuery(chatId, messageId), staleTime: 0 })
  if (isPending) return <Skeleton height={44} width={180} role="status" aria-label={t('loading')} />
  if (isProblem(error, 'not-found') || data?.message.deletedAt) return <p className={classes.gone}>{t('gone')}</p>
  if (!data) return <p className={classes.gone}>{t('failed')}</p>
  return <Found message={data.message} author={data.author} />
}

function Found({ message, author }: { message: Message; author: Person | null }) {
  const { me } = useThread()
  const { id, seq, chatId, authorId } = message
  const chat = useChat(chatId)
  const name = authorId === me ? ofMessages('you') : (author?.name ?? ofMessages('someone'))
  return (
    <>
      <div className={classes.from}>
        <span className={classes.name}>{name}</span>
        {chat && <span>{t('from', { title: chatTitle(chat) })}</span>}
      </div>
      <Words message={message} />
      {chat && (
        <Link to="/chats/$chatId" params={{ chatId }} search={{ at: { id, seq } }} className={classes.go}>
          <IconArrowUpRight size={18} aria-hidden="true" />
          {t('go')}
        </Link>
      )}
    </>
  )
}

function Words({ message: { attachments, poll, text } }: { message: Message }) {
  return (
    <>
      <Attachments attachments={attachments} />
      {poll && <p className={classes.text}>{t('poll', { question: poll.question })}</p>}
      {text !== '' && (
        <p className={classes.text} dir="auto">
          <LinkedText text={text} />
        </p>
      )}
    </>
  )
}
