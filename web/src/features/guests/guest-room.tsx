import type { GuestView } from '@kolosok/contract'
import { IconPhoneOff } from '@tabler/icons-react'
import { useEffect, useSyncExternalStore } from 'react'
import { RecordingMark, RecordingNotice, saysRecorded } from '#features/recordings/index.ts'
import {
  type CallSession,
  DeviceControls,
  Notices,
  roomClasses as classes,
  Stage,
  Tiles,
} from '#features/rooms/index.ts'
import type { GuestOut } from './out.ts'
import { t } from './texts.ts'

type Props = {
  readonly guest: Pick<GuestView, 'name' | 'isRecorded'>
  readonly title: string
  readonly session: CallSession
  readonly onLeave: () => void
  readonly onOut: (out: GuestOut) => void
}

/** The call as a guest meets it: who is there, one's own devices, the way out. */
export function GuestRoom({ guest, title, session, onLeave, onOut }: Props) {
  const room = useSyncExternalStore(session.subscribe, session.read)
  const { phase, outReason } = room
  const isRecorded = guest.isRecorded || saysRecorded(room.news)
  useEffect(() => {
    if (phase !== 'out' || outReason === null) return
    onOut(outReason === 'gone' ? 'ended' : outReason)
  }, [phase, outReason, onOut])
  return (
    <Stage title={title}>
      <header className={classes.head}>
        <div className={classes.titles}>
          <h2>{title}</h2>
          <p className={classes.facts}>
            {isRecorded && <RecordingMark />}
            {t('room.as', { name: guest.name })}
          </p>
        </div>
      </header>
      <Notices room={room} session={session} alone={null} />
      {isRecorded && <RecordingNotice who="guest" />}
      <div className={classes.middle}>
        <Tiles people={room.people} awaited={undefined} />
      </div>
      <div className={classes.controls} role="toolbar" aria-label={t('room.bar')}>
        <DeviceControls session={session} room={room} />
        <button
          type="button"
          className={classes.leave}
          aria-label={t('room.leave')}
          title={t('room.leave')}
          onClick={onLeave}
        >
          <IconPhoneOff />
        </button>
      </div>
    </Stage>
  )
}
