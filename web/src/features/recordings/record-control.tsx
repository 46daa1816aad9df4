import { type Broadcast, RECORDING_KEPT_DAYS, type RecordingId } from '@kolosok/contract'
import { IconPlayerRecordFilled, IconPlayerStopFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RoomControl } from '#features/rooms/index.ts'
import { newId } from '#lib/new-id.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { sentenceOf } from './problems.ts'
import { recordingsQuery, useAct } from './queries.ts'
import classes from './recordings.module.css'
import { t } from './texts.ts'

const OVER_ROOM = 400

type Asking = { readonly act: 'start'; readonly recordingId: RecordingId } | { readonly act: 'stop' }

/** Begins and stops, both after a question: one concerns everybody, the other can't be made good. */
export function RecordControl({ broadcast: { id: broadcastId, isRecorded } }: { broadcast: Broadcast }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const act = isRecorded ? 'stop' : 'start'
  const close = () => setAsking(null)
  return (
    <>
      <RoomControl
        label={t(act)}
        isPressed={isRecorded}
        onClick={() => setAsking(isRecorded ? { act: 'stop' } : { act: 'start', recordingId: newId() as RecordingId })}
      >
        {isRecorded ? <IconPlayerStopFilled /> : <IconPlayerRecordFilled className={classes.dot} />}
      </RoomControl>
      {asking?.act === 'start' && (
        <Starting broadcastId={broadcastId} recordingId={asking.recordingId} onClose={close} />
      )}
      {asking?.act === 'stop' && <Stopping broadcastId={broadcastId} onClose={close} />}
    </>
  )
}

type Props = { readonly broadcastId: Broadcast['id']; readonly onClose: () => void }

function Starting({ broadcastId, recordingId, onClose }: Props & { readonly recordingId: RecordingId }) {
  const start = useAct('start')
  return (
    <ConfirmDialog
      isOpen
      zIndex={OVER_ROOM}
      title={t('start.title')}
      text={t('start.text', { days: RECORDING_KEPT_DAYS })}
      confirm={t('start.confirm')}
      cancel={t('cancel')}
      isHarmless
      isPending={start.isPending}
      problem={start.error && sentenceOf(start.error)}
      onConfirm={() => start.mutate({ broadcastId, recordingId }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}

function Stopping({ broadcastId, onClose }: Props) {
  const { data, error, isLoading, refetch } = useQuery(recordingsQuery(broadcastId))
  const stop = useAct('stop')
  const problem = stop.error ?? (data ? null : error)
  function confirm(): void {
    const goingOn = data?.recordings.find(({ state }) => state === 'recording')
    if (goingOn) stop.mutate({ broadcastId, recordingId: goingOn.id }, { onSuccess: onClose })
    // Somebody else has been quicker; or the list did not come, and which one it is must be known.
    else if (data) onClose()
    else void refetch()
  }
  return (
    <ConfirmDialog
      isOpen
      zIndex={OVER_ROOM}
      title={t('stop.title')}
      text={t('stop.text')}
      confirm={t('stop.confirm')}
      cancel={t('cancel')}
      isPending={stop.isPending || isLoading}
      problem={problem && sentenceOf(problem)}
      onConfirm={confirm}
      onClose={onClose}
    />
  )
}
