import { useEffect } from 'react'
import { useUnread } from '#features/chats/index.ts'
import { t } from './texts.ts'

/** The tab says how much waits to be read. */
export function UnreadTitle() {
  // Of every organization: the tab speaks to somebody who is elsewhere.
  const count = Object.values(useUnread()).reduce((sum, one) => sum + one, 0)
  useEffect(() => {
    document.title = count > 0 ? t('title.unread', { count }) : t('product')
  }, [count])
  return null
}
