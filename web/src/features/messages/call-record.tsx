import type { Message } from '@kolosok/contract'
import { IconVideo } from '@tabler/icons-react'
import { formatTime } from '#lib/dates.ts'
import classes from './thread.module.css'
import { t } from './texts.ts'

/** What remains of a call in its chat. */
export function CallRecord({ message }: { message: Message }) {
  const { call } = message
  return (
    <div className={classes.call}>
      <span className={classes.callIcon} aria-hidden="true">
        <IconVideo size={20} stroke={1.8} />
      </span>
      <span>
        <span className={classes.callTitle}>{callTitle(call)}</span>
        <span className={classes.callDetails}>
          <time dateTime={message.sentAt}>{formatTime(message.sentAt)}</time>
          {call && call.participants > 0 && ` · ${t('call.participants', { count: call.participants })}`}
        </span>
      </span>
    </div>
  )
}

function callTitle(call: Message['call']): string {
  if (!call?.endedAt) return t('call.going')
  if (call.participants < 2) return t('call.missed')
  const minutes = Math.floor((Date.parse(call.endedAt) - Date.parse(call.startedAt)) / 60_000)
  return t('call.ended', { minutes })
}
