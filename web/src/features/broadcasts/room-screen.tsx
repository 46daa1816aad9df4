import { type Broadcast, broadcastNews, type BroadcastNews } from '@kolosok/contract'
import { IconEye } from '@tabler/icons-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { RecordingMark, RecordingNotice } from '#features/recordings/index.ts'
import {
  type CallSession,
  Duration,
  Notices,
  roomClasses as room,
  type Snapshot,
  Stage,
  Tiles,
  useBack,
} from '#features/rooms/index.ts'
import type { Out } from './entry.ts'
import { Invitation } from './invitation.tsx'
import { RoomControls } from './room-controls.tsx'
import { RoomPanel } from './room-panel.tsx'
import classes from './room.module.css'
import { t } from './texts.ts'
import { useStage } from './use-stage.ts'

type Props = {
  readonly broadcast: Broadcast
  readonly session: CallSession
  readonly onClose: (reason?: Out) => void
}

/** The broadcast over the whole page, dark in both themes: who is on the stage, the question on show, what one may do. */
export function RoomScreen({ broadcast, session, onClose }: Props) {
  const snapshot = useSyncExternalStore(session.subscribe, session.read)
  const [isPanelOpen, setPanelOpen] = useState(false)
  const { wasPutBack, forget } = useStage(broadcast, session)
  useOut(broadcast, session, snapshot, onClose)
  useBack(true, () => onClose())
  const news = readNews(snapshot.news)
  // Whichever says so first, and until both say no more.
  const isRecorded = broadcast.isRecorded || news?.isRecorded === true
  const isOnStage = broadcast.stage === 'on'
  const people = snapshot.people.filter(({ isSelf }) => !isSelf || isOnStage)

  return (
    <Stage title={broadcast.title} label={t('room', { title: broadcast.title })}>
      <RoomHead broadcast={broadcast} viewers={news?.viewers ?? broadcast.viewers} isRecorded={isRecorded} />
      <Notices room={snapshot} session={session} alone={null} />
      {isRecorded && <RecordingNotice isOnStage={isOnStage} />}
      {wasPutBack && (
        <button type="button" className={room.notice} onClick={forget}>
          {t('put-back')}
        </button>
      )}
      <div className={room.middle}>
        <div className={classes.show}>
          {people.length > 0 || snapshot.phase !== 'in' ? (
            <Tiles people={people} awaited={undefined} />
          ) : (
            <p className={classes.nobody} role="status">
              {t('room.nobody')}
            </p>
          )}
          {news?.question && (
            <p className={classes.question} role="status">
              <span>{t('room.question')}</span>
              {news.question.text}
            </p>
          )}
        </div>
        {isPanelOpen && <RoomPanel broadcast={broadcast} onClose={() => setPanelOpen(false)} />}
      </div>
      <RoomControls
        broadcast={broadcast}
        session={session}
        room={snapshot}
        isPanelOpen={isPanelOpen}
        onPanel={() => setPanelOpen(!isPanelOpen)}
        onLeave={() => onClose()}
      />
      <Invitation broadcast={broadcast} session={session} />
    </Stage>
  )
}

type HeadProps = Pick<Props, 'broadcast'> & { readonly viewers: number; readonly isRecorded: boolean }

function RoomHead({ broadcast: { title, startedAt }, viewers, isRecorded }: HeadProps) {
  return (
    <header className={room.head}>
      <div className={room.titles}>
        <h2>{title}</h2>
        <p className={classes.facts}>
          <span className={classes.live}>{t('room.live')}</span>
          {isRecorded && <RecordingMark />}
          {startedAt && <Duration from={startedAt} />}
          <span className={classes.viewers}>
            <IconEye size={18} aria-hidden="true" />
            <span data-testid="viewers">{t('viewers', { count: viewers })}</span>
          </span>
        </p>
      </div>
    </header>
  )
}

function readNews(text: string): BroadcastNews | undefined {
  if (text === '') return undefined
  try {
    return broadcastNews.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Over for everybody, or for this person: back to the page, which says what is. */
function useOut({ state }: Broadcast, session: CallSession, { phase, outReason }: Snapshot, onClose: Props['onClose']) {
  useEffect(() => {
    if (state === 'ended' || state === 'cancelled') session.leave('ended')
  }, [state, session])
  useEffect(() => {
    if (phase === 'out') onClose(outReason === 'left' || outReason === null ? undefined : outReason)
  }, [phase, outReason, onClose])
}
