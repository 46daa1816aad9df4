import { Button } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useNetwork } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useConnection } from '#lib/connection.ts'
import classes from './shell.module.css'
import { t } from './texts.ts'

const PATIENCE_MS = 2_500

/** Says when the tab is cut off, after a moment: a short break is nobody's business. */
export function ConnectionBanner() {
  const connection = useConnection()
  const { online } = useNetwork()
  const isCutOff = useLasting(connection === 'lost' || !online)

  if (connection === 'outdated') {
    return (
      <div className={classes.banner} data-kind="outdated" role="status">
        {t('banner.outdated')}
        <Button size="compact-sm" onClick={() => location.reload()}>
          {t('banner.reload')}
        </Button>
      </div>
    )
  }
  if (!isCutOff) return null
  return (
    <div className={classes.banner} role="status">
      <IconCloudOff size={18} aria-hidden="true" />
      {t(online ? 'banner.connecting' : 'banner.offline')}
    </div>
  )
}

function useLasting(isNow: boolean): boolean {
  const [hasLasted, setLasted] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLasted(isNow), isNow ? PATIENCE_MS : 0)
    return () => clearTimeout(timer)
  }, [isNow])
  return isNow && hasLasted
}
