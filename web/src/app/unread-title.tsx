import { useEffect } from 'react'
import { useUnread } from '#features/chats/index.ts'
import { t } from './texts.ts'

/** The tab says how much waits to be read. */
export function UnreadTitle() {
  const count = useUnread()
  useEffect(() => {
    document.title = count > 0 ? t('title.unread', { count }) : t('product')
  }, [count])
  return null
}
