import { type CallId, RECORDING_KEPT_DAYS, type RecordingId } from '@kolosok/contract'
import { IconPlayerRecordFilled, IconPlayerStopFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RoomControl } from '#features/rooms/index.ts'
import { newId } from '#lib/new-id.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { sentenceOf } from './problems.ts'
import { audienceQuery, type RecordedRoom, recordingsQuery, useAct } from './queries.ts'
import classes from './recordings.module.css'
import { OVER_ROOM, t } from './texts.ts'

type Asking = { readonly act: 'start'; readonly recordingId: RecordingId } | { readonly act: 'stop' }

/** Begins and stops, both after a question: one concerns everybody, the other can't be made good. */
export function RecordControl({ room, isRecorded }: { room: RecordedRoom; isRecorded: boolean }) {
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
      {asking?.act === 'start' && <StartingIn room={room} recordingId={asking.recordingId} onClose={close} />}
      {asking?.act === 'stop' && <Stopping room={room} onClose={close} />}
    </>
  )
}

type Props = { readonly room: RecordedRoom; readonly onClose: () => void }
type StartProps = Props & { readonly recordingId: RecordingId }

function StartingIn({ room, ...starting }: StartProps) {
  if (room.owner === 'call') return <StartingInCall {...starting} room={room} />
  return <Starting {...starting} room={room} text={t('broadcast.start.text', { days: RECORDING_KEPT_DAYS })} />
}

/** In a call everybody is seen, children too: how many may not be is better known before. */
function StartingInCall({ room, ...starting }: StartProps & { readonly room: { owner: 'call'; id: CallId } }) {
  const { data } = useQuery(audienceQuery(room.id))
  const lacking = data?.withoutConsent ?? 0
  const text = t('call.start.text', { people: data?.people ?? 0, days: RECORDING_KEPT_DAYS })
  const consents = lacking > 0 ? ` ${t('call.start.consents', { count: lacking })}` : ''
  return <Starting {...starting} room={room} text={text + consents} />
}

function Starting({ room, recordingId, text, onClose }: StartProps & { readonly text: string }) {
  const start = useAct('start', room)
  return (
    <ConfirmDialog
      isOpen
      zIndex={OVER_ROOM}
      title={t('start.title')}
      text={text}
      confirm={t('start.confirm')}
      cancel={t('cancel')}
      isHarmless
      isPending={start.isPending}
      problem={start.error && sentenceOf(start.error)}
      onConfirm={() => start.mutate(recordingId, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}

function Stopping({ room, onClose }: Props) {
  const { data, error, isLoading, refetch } = useQuery(recordingsQuery(room))
  const stop = useAct('stop', room)
  const problem = stop.error ?? (data ? null : error)
  function confirm(): void {
    const goingOn = data?.recordings.find(({ state }) => state === 'recording')
    if (goingOn) stop.mutate(goingOn.id, { onSuccess: onClose })
    // Somebody else has been quicker; or the list did not come, and which one it is must be known.
    else if (data) onClose()
    else void refetch()
  }
  return (
    <ConfirmDialog
      isOpen
      zIndex={OVER_ROOM}
      title={t('stop.title')}
      text={t(`${room.owner}.stop.text`)}
      confirm={t('stop.confirm')}
      cancel={t('cancel')}
      isPending={stop.isPending || isLoading}
      problem={problem && sentenceOf(problem)}
      onConfirm={confirm}
      onClose={onClose}
    />
  )
}
