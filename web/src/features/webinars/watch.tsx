import type { Webinar } from '@kolosok/contract'
import { Button, Text } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Recordings } from '#features/recordings/index.ts'
import { t } from './texts.ts'
import classes from './webinars.module.css'

/** Into the broadcast, for whoever has a seat: while it is on, until then the promise of it, and then what was recorded. */
export function Watch({ webinar: { broadcastId, isOnAir, state } }: { webinar: Webinar }) {
  if (broadcastId === null) return null
  // Whether anything was, the recordings themselves say.
  if (state === 'over') return <Recordings room={{ owner: 'broadcast', id: broadcastId }} isExpected={false} />
  if (state !== 'published') return null
  return (
    <section className={classes.panel} aria-label={t('watch')}>
      <Text>{t(isOnAir ? 'watch.now' : 'watch.later')}</Text>
      {isOnAir && (
        <Button
          size="md"
          className={classes.only ?? ''}
          leftSection={<IconPlayerPlay size={22} />}
          renderRoot={(props) => <Link to="/broadcasts/$broadcastId" params={{ broadcastId }} {...props} />}
        >
          {t('watch')}
        </Button>
      )}
    </section>
  )
}
