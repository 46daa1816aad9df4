import { fileEndpoints, pathOf, type Recording, RECORDING_LONGEST_HOURS } from '@kolosok/contract'
import { Button, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { formatSize } from '#features/files/index.ts'
import { formatDuration } from '#features/rooms/index.ts'
import { formatFullDay } from '#lib/dates.ts'
import { Deleting } from './deleting.tsx'
import type { RecordedRoom } from './queries.ts'
import classes from './recordings.module.css'
import { t } from './texts.ts'

export type RecordingRights = { readonly mayKeep: boolean; readonly mayDelete: boolean }
type Props = { readonly room: RecordedRoom; readonly recording: Recording; readonly rights: RecordingRights }

/** The browser's own player: it asks for the part that is sought, and everybody knows its buttons. */
export function Player({ room, recording, rights }: Props) {
  const { fileId, seconds, size, keptUntil, stoppedFor } = recording
  if (!fileId) return null
  const address = pathOf(fileEndpoints.content, { fileId })
  const length = formatDuration(seconds ?? 0)
  return (
    <>
      <video
        className={classes.player}
        src={address}
        controls
        playsInline
        preload="metadata"
        aria-label={t(`${room.owner}.player`, { length })}
        // Whoever may take it along has a button for it.
        controlsList="nodownload"
      />
      <Text className={classes.facts}>
        {t('facts', { length, size: formatSize(size ?? 0), until: formatFullDay(keptUntil ?? recording.startedAt) })}
      </Text>
      {stoppedFor === 'disk-low' && <Text className={classes.facts}>{t('stopped.disk-low')}</Text>}
      {stoppedFor === 'unattended' && <Text className={classes.facts}>{t('stopped.unattended')}</Text>}
      {stoppedFor === 'too-long' && (
        <Text className={classes.facts}>{t('stopped.too-long', { hours: RECORDING_LONGEST_HOURS })}</Text>
      )}
      {rights.mayKeep && (
        <div className={classes.actions}>
          <Button
            component="a"
            href={`${address}?download=1`}
            download
            variant="default"
            leftSection={<IconDownload size={20} />}
          >
            {t('download')}
          </Button>
          {rights.mayDelete && <Deleting room={room} recording={recording} />}
        </div>
      )}
    </>
  )
}
