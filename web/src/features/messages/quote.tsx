import type { ChatId, Message, MessageId } from '@kolosok/contract'
import { UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { findPerson } from '#features/chats/index.ts'
import { hueOf } from '#ui/face.tsx'
import classes from './bubble.module.css'
import { quotedQuery } from './queries.ts'
import { t } from './texts.ts'
import { useThread } from './thread-context.ts'

/** What a message answers to. Whoever may not see the quoted one learns nothing from here. */
export function Quote({ chatId, messageId }: { chatId: ChatId; messageId: MessageId }) {
  const { find, people, me, goTo } = useThread()
  const held = find(messageId)
  const fetched = useQuery({ ...quotedQuery(chatId, messageId), enabled: held === undefined })
  const quoted = held ?? fetched.data?.message
  if (!quoted) {
    return <div className={classes.quote}>{fetched.isError ? t('quote.unavailable') : '…'}</div>
  }
  const person = findPerson(people, quoted) ?? fetched.data?.author
  const color = hueOf(person?.name ?? '')
  return (
    <UnstyledButton
      className={classes.quote}
      title={t('quote.go')}
      style={{ borderColor: color }}
      onClick={() => goTo(quoted.id, quoted.seq)}
    >
      <span className={classes.quoteName} style={{ color }}>
        {quoted.authorId === me ? t('you') : (person?.name ?? t('someone'))}
      </span>
      <span className={classes.quoteText}>{quotedText(quoted)}</span>
    </UnstyledButton>
  )
}

export function quotedText(message: Message): string {
  if (message.deletedAt !== null) return t('message.deleted')
  if (message.poll) return message.poll.question
  if (message.text !== '') return message.text
  if (message.kind === 'saved') return t('quote.saved')
  return t(message.attachments[0]?.kind === 'photo' ? 'quote.photo' : 'quote.file')
}
