import type { Broadcast, Recording } from '@kolosok/contract'
import { Progress, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatSize } from '#features/files/index.ts'
import { formatMoment } from '#lib/dates.ts'
import { NotYet } from '#ui/not-yet.tsx'
import { Deleting } from './deleting.tsx'
import { Player, type RecordingRights } from './player.tsx'
import { recordingsQuery } from './queries.ts'
import classes from './recordings.module.css'
import { t } from './texts.ts'

type Recorded = Pick<Broadcast, 'id' | 'isRecorded' | 'recordings'>

/** What was recorded of a broadcast: to be played, on its way there, or gone. */
export function Recordings({ broadcast: { id, isRecorded, recordings } }: { broadcast: Recorded }) {
  const query = useQuery(recordingsQuery(id))
  const all = query.data?.recordings ?? []
  const space = query.data?.space
  // Most broadcasts have none: nothing stands where nothing will come.
  if (all.length === 0 && !isRecorded && recordings === 0) return null
  return (
    <section className={classes.all} aria-labelledby="recordings">
      <Title order={2} fz={16} id="recordings">
        {t('title')}
      </Title>
      <NotYet query={query} />
      {query.data &&
        all.map((recording, index) => (
          <article key={recording.id} className={classes.one}>
            {all.length > 1 && <Text fw={600}>{t('one', { number: index + 1 })}</Text>}
            <OneRecording broadcastId={id} recording={recording} rights={query.data} />
          </article>
        ))}
      {space && (
        <Text c="dimmed" size="sm">
          {t('space', { used: formatSize(space.used), limit: formatSize(space.limit) })}
        </Text>
      )}
    </section>
  )
}

type Props = {
  readonly broadcastId: Broadcast['id']
  readonly recording: Recording
  readonly rights: RecordingRights
}

function OneRecording(props: Props) {
  const { recording } = props
  switch (recording.state) {
    case 'recording':
      return <Text>{t('going-on')}</Text>
    case 'finishing':
      return <Finishing {...props} />
    case 'ready':
      return <Player {...props} />
    case 'failed':
      return <Text>{t('failed')}</Text>
    case 'deleted':
      return <Text>{t('deleted', { when: formatMoment(recording.deletedAt ?? recording.startedAt) })}</Text>
  }
}

function Finishing({ broadcastId, recording, rights }: Props) {
  return (
    <>
      <HowFar recording={recording} />
      {rights.mayDelete && (
        <div className={classes.actions}>
          <Deleting broadcastId={broadcastId} recording={recording} />
        </div>
      )}
    </>
  )
}

function HowFar({ recording: { progress, isWaitingForRoom } }: Pick<Props, 'recording'>) {
  if (isWaitingForRoom) return <Text>{t('finishing.waits')}</Text>
  const label = t('finishing', { percent: progress })
  return (
    <Stack gap={6} role="status">
      <Text>{label}</Text>
      <Progress value={progress} aria-label={label} />
    </Stack>
  )
}
