import type { Call } from '@kolosok/contract'
import { useHotkeys } from '@mantine/hooks'
import {
  IconArrowsMaximize,
  IconLayoutBottombarCollapse,
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneOff,
} from '@tabler/icons-react'
import { useState, useSyncExternalStore } from 'react'
import { RecordingMark, RecordingNotice, saysRecorded } from '#features/recordings/index.ts'
import {
  type CallSession,
  Duration,
  Notices,
  type Snapshot,
  Stage,
  Tiles,
  roomClasses as classes,
} from '#features/rooms/index.ts'
import { Face } from '#ui/face.tsx'
import { Controls } from './controls.tsx'
import type { CallIntent } from './current-call.ts'
import { Farewell, type FarewellReason } from './farewell.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { useRingback } from './ring-sound.ts'
import small from './small.module.css'
import { t } from './texts.ts'
import { useArrivals } from './use-arrivals.ts'
import { WaitingBar, WaitingToast } from './waiting-bar.tsx'

type Props = {
  readonly intent: CallIntent
  readonly session: CallSession
  readonly call: Call | undefined
  readonly isSmall: boolean
  readonly onSmall: (isSmall: boolean) => void
  readonly onLeave: () => void
  readonly onClose: () => void
}

/** The room: dark in both themes, over everything, or a bar while the chat is being read. */
export function RoomView({ intent, session, call, isSmall, onSmall, onLeave, onClose }: Props) {
  const room = useSyncExternalStore(session.subscribe, session.read)
  const [isListOpen, setListOpen] = useState(false)
  const isRinging = call?.state === 'ringing'
  useRingback(isRinging && room.phase === 'in')
  const arrivals = useArrivals(intent.chatId, call)
  const showList = () => {
    onSmall(false)
    setListOpen(true)
  }
  useHotkeys([
    // By the key, not the letter on it: with the Russian layout these two write «ь» and «м».
    ['M', session.toggleMicrophone, { usePhysicalKeys: true }],
    ['V', session.toggleCamera, { usePhysicalKeys: true }],
    ['Escape', (event) => isAbove(event.target) || (isListOpen ? setListOpen(false) : onSmall(true))],
  ])

  if (room.phase === 'out') {
    return <Farewell title={intent.title} reason={farewellFor(room, call)} isSmall={isSmall} onClose={onClose} />
  }
  // Whichever says so first, and until both say no more.
  const isRecorded = call?.isRecorded === true || saysRecorded(room.news)
  const bar = { intent, session, room, call, isRecorded, onLeave }
  if (isSmall) {
    return (
      <>
        <WaitingToast call={call} arrivals={arrivals} onShow={showList} />
        <SmallCall {...bar} onExpand={() => onSmall(false)} />
      </>
    )
  }
  return (
    <Stage title={intent.title}>
      <RoomHead {...bar} onSmall={() => onSmall(true)} />
      <Notices room={room} session={session} alone={aloneIn(room, intent, isRinging)} />
      {isRecorded && <RecordingNotice who="call" />}
      <WaitingBar call={call} isListOpen={isListOpen} onShow={showList} />
      <div className={classes.middle}>
        <Tiles people={room.people} awaited={isRinging ? intent.title : undefined} />
        {isListOpen && <PeoplePanel people={room.people} call={call} onClose={() => setListOpen(false)} />}
      </div>
      <Controls {...bar} isListOpen={isListOpen} onList={() => setListOpen(!isListOpen)} />
    </Stage>
  )
}

type HeadProps = Pick<Props, 'intent' | 'call'> & {
  readonly room: Snapshot
  readonly isRecorded: boolean
  readonly onSmall: () => void
}

function RoomHead({ intent, call, room, isRecorded, onSmall }: HeadProps) {
  return (
    <header className={classes.head}>
      <Face name={intent.title} isGroup={intent.chatKind === 'group'} size={40} />
      <div className={classes.titles}>
        <h2>{intent.title}</h2>
        <p className={classes.facts}>
          {isRecorded && <RecordingMark />}
          {call?.state === 'ringing' ? t('room.waiting') : call && <Duration from={call.startedAt} />}
          {room.people.length > 1 && ` · ${t('room.people', { count: room.people.length })}`}
        </p>
      </div>
      <button
        type="button"
        className={classes.icon}
        onClick={onSmall}
        aria-label={t('control.minimise')}
        title={t('control.minimise')}
      >
        <IconLayoutBottombarCollapse size={24} />
      </button>
    </header>
  )
}

/** A menu or a dialog over the room takes the key for itself. */
const isAbove = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="alertdialog"]') !== null

function aloneIn({ people }: Snapshot, { chatKind }: CallIntent, isRinging: boolean): 'group' | 'direct' | null {
  if (people.length !== 1 || isRinging) return null
  return chatKind === 'direct' ? 'direct' : 'group'
}

function farewellFor({ outReason }: Snapshot, call: Call | undefined): FarewellReason {
  if (outReason !== 'ended' && outReason !== 'left' && outReason !== null) return outReason
  if (call?.isRemoved) return 'removed'
  return call?.outcome === 'missed' || call?.outcome === 'declined' ? call.outcome : 'ended'
}

type SmallProps = Omit<Props, 'onClose' | 'isSmall' | 'onSmall'> & {
  readonly room: Snapshot
  readonly isRecorded: boolean
  readonly onExpand: () => void
}

function SmallCall({ intent, session, room, call, isRecorded, onLeave, onExpand }: SmallProps) {
  return (
    <section className={small.small} aria-label={t('room.label', { title: intent.title })}>
      <button type="button" className={small.smallTitle} onClick={onExpand} autoFocus>
        <IconArrowsMaximize size={18} aria-hidden="true" />
        {isRecorded && <RecordingMark isSmall />}
        <span className={small.smallName}>{intent.title}</span>
        {room.phase === 'reconnecting' ? <span>{t('room.joining')}</span> : call && <Duration from={call.startedAt} />}
        {call && call.waiting > 0 && <span>{t('waiting.small', { count: call.waiting })}</span>}
        <span className="visually-hidden">{t('control.expand')}</span>
      </button>
      <button
        type="button"
        className={classes.icon}
        onClick={session.toggleMicrophone}
        aria-label={t(room.isMicOn ? 'control.mic.off' : 'control.mic.on')}
      >
        {room.isMicOn ? <IconMicrophone size={20} /> : <IconMicrophoneOff size={20} />}
      </button>
      <button type="button" className={small.smallLeave} onClick={onLeave} aria-label={t('control.leave')}>
        <IconPhoneOff size={20} />
      </button>
    </section>
  )
}
