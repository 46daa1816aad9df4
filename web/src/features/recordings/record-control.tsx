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

/** Begins and stops, both after a question: one concerns everybody, the other can't be made good. */
export function RecordControl({ broadcast: { id: broadcastId, isRecorded } }: { broadcast: Broadcast }) {
  const [asking, setAsking] = useState<{ act: 'start' | 'stop'; recordingId: RecordingId } | null>(null)
  const { data } = useQuery({ ...recordingsQuery(broadcastId), enabled: isRecorded })
  const start = useAct('start')
  const stop = useAct('stop')
  const goingOn = data?.recordings.find(({ state }) => state === 'recording')
  const act = isRecorded ? 'stop' : 'start'
  const doing = asking?.act === 'stop' ? stop : start

  function ask(): void {
    doing.reset()
    if (!isRecorded) setAsking({ act, recordingId: newId() as RecordingId })
    else if (goingOn) setAsking({ act, recordingId: goingOn.id })
  }
  const close = () => {
    setAsking(null)
  }
  return (
    <>
      <RoomControl label={t(act)} isPressed={isRecorded} onClick={ask}>
        {isRecorded ? <IconPlayerStopFilled /> : <IconPlayerRecordFilled className={classes.dot} />}
      </RoomControl>
      {asking && (
        <ConfirmDialog
          isOpen
          zIndex={OVER_ROOM}
          title={t(`${asking.act}.title`)}
          text={asking.act === 'start' ? t('start.text', { days: RECORDING_KEPT_DAYS }) : t('stop.text')}
          confirm={t(`${asking.act}.confirm`)}
          cancel={t('cancel')}
          isHarmless={asking.act === 'start'}
          isPending={doing.isPending}
          problem={doing.error && sentenceOf(doing.error)}
          onConfirm={() => doing.mutate({ broadcastId, recordingId: asking.recordingId }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </>
  )
}
