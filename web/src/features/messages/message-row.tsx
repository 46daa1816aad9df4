import { memo } from 'react'
import { formatDay } from '#lib/dates.ts'
import { Bubble } from './bubble.tsx'
import { CallRecord } from './call-record.tsx'
import classes from './thread.module.css'
import { isSystem, type Row } from './rows.ts'
import { SystemLine } from './system-line.tsx'
import { t } from './texts.ts'

export const MessageRow = memo(function MessageRow({ row, isLit }: { row: Row; isLit: boolean }) {
  const { message, startsDay, isFirstUnread, startsGroup } = row
  return (
    <div className={classes.row} data-row data-starts-group={startsGroup || undefined} data-lit={isLit || undefined}>
      {startsDay && (
        <div className={classes.day}>
          <time dateTime={message.sentAt}>{formatDay(message.sentAt)}</time>
        </div>
      )}
      {isFirstUnread && (
        <div className={classes.unreadLine} role="separator">
          {t('thread.unread')}
        </div>
      )}
      {message.kind === 'call' && <CallRecord message={message} />}
      {message.kind !== 'call' && isSystem(message) && <SystemLine message={message} />}
      {!isSystem(message) && <Bubble row={row} />}
    </div>
  )
})
