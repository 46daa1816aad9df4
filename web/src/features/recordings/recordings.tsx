import type { Recording } from '@kolosok/contract'
import { Progress, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { formatSize } from '#features/files/index.ts'
import { formatMoment } from '#lib/dates.ts'
import { NotYet } from '#ui/not-yet.tsx'
import { Deleting } from './deleting.tsx'
import { Player, type RecordingRights } from './player.tsx'
import { type RecordedRoom, recordingsQuery } from './queries.ts'
import classes from './recordings.module.css'
import { t } from './texts.ts'

type AllProps = {
  readonly room: RecordedRoom
  /** Something is there, or will be: what is not known yet is waited for. */
  readonly isExpected: boolean
  /** Where what stands above has said what it is. */
  readonly isUntitled?: boolean
}

/** What was recorded in a room: to be played, on its way there, or gone. */
export function Recordings({ room, isExpected, isUntitled = false }: AllProps) {
  const titleId = useId()
  const query = useQuery(recordingsQuery(room))
  const all = query.data?.recordings ?? []
  const space = query.data?.space
  // Most have none: nothing stands where nothing will come.
  if (all.length === 0 && !isExpected) return null
  return (
    <section className={classes.all} {...(isUntitled ? { 'aria-label': t('title') } : { 'aria-labelledby': titleId })}>
      {!isUntitled && (
        <Title order={2} fz={16} id={titleId}>
          {t('title')}
        </Title>
      )}
      <NotYet query={query} hidden={t('problem.not-found')} />
      {query.data &&
        all.map((recording, index) => (
          <article key={recording.id} className={classes.one}>
            {all.length > 1 && <Text fw={600}>{t('one', { number: index + 1 })}</Text>}
            <OneRecording room={room} recording={recording} rights={query.data} />
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

type Props = { readonly room: RecordedRoom; readonly recording: Recording; readonly rights: RecordingRights }

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
      return <Text>{t(`${props.room.owner}.failed`)}</Text>
    case 'deleted':
      return <Text>{t('deleted', { when: formatMoment(recording.deletedAt ?? recording.startedAt) })}</Text>
  }
}

function Finishing({ room, recording, rights }: Props) {
  return (
    <>
      <HowFar recording={recording} />
      {rights.mayDelete && (
        <div className={classes.actions}>
          <Deleting room={room} recording={recording} />
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
