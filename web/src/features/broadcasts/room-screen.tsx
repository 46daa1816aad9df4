import type { Broadcast } from '@kolosok/contract'
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
import { type PanelTab, RoomPanel } from './room-panel.tsx'
import classes from './room.module.css'
import { t } from './texts.ts'
import { withNews } from './news.ts'
import { useChat } from './use-chat.ts'
import { useStage } from './use-stage.ts'

type Props = {
  readonly broadcast: Broadcast
  readonly session: CallSession
  readonly onClose: (reason?: Out) => void
}

/** The broadcast over the whole page, dark in both themes: who is on the stage, the question on show, what one may do. */
export function RoomScreen({ broadcast: asked, session, onClose }: Props) {
  const snapshot = useSyncExternalStore(session.subscribe, session.read)
  const [tab, setTab] = useState<PanelTab | null>(null)
  const { broadcast, question } = withNews(asked, snapshot.news)
  const chat = useChat(broadcast, session, snapshot, tab === 'chat')
  const { wasPutBack, forget } = useStage(broadcast, session)
  useOut(broadcast, session, snapshot, onClose)
  useBack(true, { onBack: () => onClose(), onElsewhere: () => onClose() })
  const isOnStage = broadcast.stage === 'on'
  const people = snapshot.people.filter(({ isSelf }) => !isSelf || isOnStage)

  return (
    <Stage title={broadcast.title} label={t('room', { title: broadcast.title })}>
      <RoomHead broadcast={broadcast} />
      <Notices room={snapshot} session={session} alone={null} />
      {broadcast.isRecorded && <RecordingNotice who={isOnStage ? 'stage' : 'viewer'} />}
      {wasPutBack && (
        <button type="button" className={room.notice} onClick={forget}>
          {t('put-back')}
        </button>
      )}
      <div className={[room.middle, classes.middle].join(' ')}>
        <div className={classes.show}>
          {people.length > 0 || snapshot.phase !== 'in' ? (
            <Tiles people={people} awaited={undefined} />
          ) : (
            <p className={classes.nobody} role="status">
              {t('room.nobody')}
            </p>
          )}
          {question && (
            <p className={classes.question} role="status">
              <span>{t('room.question')}</span>
              {question.text}
            </p>
          )}
        </div>
        {tab && (
          <RoomPanel broadcast={broadcast} chat={chat.query} tab={tab} onTab={setTab} onClose={() => setTab(null)} />
        )}
      </div>
      <RoomControls
        broadcast={broadcast}
        session={session}
        room={snapshot}
        tab={tab}
        unread={chat.unread}
        onTab={(next) => setTab(next === tab ? null : next)}
        onLeave={() => onClose()}
      />
      <Invitation broadcast={broadcast} session={session} />
    </Stage>
  )
}

function RoomHead({ broadcast: { title, startedAt, viewers, isRecorded } }: Pick<Props, 'broadcast'>) {
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

/** Over for everybody, or for this person: back to the page, which says what is. */
function useOut({ state }: Broadcast, session: CallSession, { phase, outReason }: Snapshot, onClose: Props['onClose']) {
  useEffect(() => {
    if (state === 'ended' || state === 'cancelled') session.leave('ended')
  }, [state, session])
  useEffect(() => {
    if (phase === 'out') onClose(outReason === 'left' || outReason === null ? undefined : outReason)
  }, [phase, outReason, onClose])
}
