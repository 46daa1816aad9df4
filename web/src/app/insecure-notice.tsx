import { CloseButton } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { IconLockOpen2 } from '@tabler/icons-react'
import classes from './insecure-notice.module.css'
import { t } from './texts.ts'

/** Over plain HTTP on the network browsers withhold cameras and all that works offline: says so, until put away. */
export function InsecureNotice() {
  const [isPutAway, putAway] = useSessionStorage({ key: 'insecure-notice-put-away', defaultValue: false })
  if (window.isSecureContext || isPutAway) return null
  return (
    <aside className={classes.notice} aria-label={t('insecure.label')}>
      <IconLockOpen2 size={20} aria-hidden="true" className={classes.icon} />
      <p>{t('insecure.text')}</p>
      <CloseButton size={44} aria-label={t('insecure.put-away')} onClick={() => putAway(true)} />
    </aside>
  )
}
