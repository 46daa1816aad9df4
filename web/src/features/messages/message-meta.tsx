import type { Message } from '@kolosok/contract'
import { IconBellOff, IconCheck, IconChecks, IconClock } from '@tabler/icons-react'
import { formatMoment, formatTime } from '#lib/dates.ts'
import classes from './bubble.module.css'
import { t } from './texts.ts'
import { useThread } from './thread-context.ts'

/** When, whether changed since, and for one's own how far it has got. */
export function MessageMeta({ message, isWaiting }: { message: Message; isWaiting: boolean }) {
  const { me, chat } = useThread()
  const { sentAt, editedAt, deletedAt, isSilent } = message
  return (
    <span className={classes.meta}>
      {editedAt !== null && deletedAt === null && <span>{t('message.edited')}</span>}
      {isSilent && deletedAt === null && (
        <IconBellOff role="img" aria-label={t('message.silent')} size={14} stroke={2} />
      )}
      <time dateTime={sentAt} title={formatMoment(sentAt)}>
        {formatTime(sentAt)}
      </time>
      {message.authorId === me && chat.kind !== 'saved' && deletedAt === null && (
        <Ticks isWaiting={isWaiting} isRead={chat.othersReadSeq >= message.seq} />
      )}
    </span>
  )
}

function Ticks({ isWaiting, isRead }: { isWaiting: boolean; isRead: boolean }) {
  const [Icon, label] = isWaiting
    ? ([IconClock, t('message.sending')] as const)
    : isRead
      ? ([IconChecks, t('message.read')] as const)
      : ([IconCheck, t('message.sent')] as const)
  return <Icon role="img" aria-label={label} size={isWaiting ? 13 : 16} stroke={2} />
}
