import { type Broadcast, fileEndpoints, pathOf, type Recording } from '@kolosok/contract'
import { Button, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { formatSize } from '#features/files/index.ts'
import { formatDuration } from '#features/rooms/index.ts'
import { formatFullDay } from '#lib/dates.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { sentenceOf } from './problems.ts'
import { useAct } from './queries.ts'
import classes from './recordings.module.css'
import { t } from './texts.ts'

type Props = { readonly broadcastId: Broadcast['id']; readonly recording: Recording; readonly mayKeep: boolean }

/** The browser's own player: it asks for the part that is sought, and everybody knows its buttons. */
export function Player({ broadcastId, recording, mayKeep }: Props) {
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
        aria-label={t('player', { length })}
        // Whoever may take it along has a button for it.
        controlsList="nodownload"
      />
      <Text className={classes.facts}>
        {t('facts', { length, size: formatSize(size ?? 0), until: formatFullDay(keptUntil ?? recording.startedAt) })}
      </Text>
      {stoppedFor === 'disk-low' && <Text className={classes.facts}>{t('stopped.disk-low')}</Text>}
      {mayKeep && (
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
          <Deleting broadcastId={broadcastId} recording={recording} />
        </div>
      )}
    </>
  )
}

function Deleting({ broadcastId, recording: { id: recordingId } }: Omit<Props, 'mayKeep'>) {
  const [isAsking, setAsking] = useState(false)
  const remove = useAct('remove')
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('delete')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('delete.title')}
        text={t('delete.text')}
        confirm={t('delete.confirm')}
        cancel={t('cancel')}
        isPending={remove.isPending}
        problem={remove.error && sentenceOf(remove.error)}
        onConfirm={() => remove.mutate({ broadcastId, recordingId })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
