import type { Broadcast } from '@kolosok/contract'
import { Menu } from '@mantine/core'
import { IconHandStop, IconMessage, IconMessageQuestion, IconPhoneOff, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { RecordControl } from '#features/recordings/index.ts'
import {
  type CallSession,
  ConfirmDialog,
  DeviceControls,
  roomClasses as classes,
  RoomControl,
  type Snapshot,
} from '#features/rooms/index.ts'
import { useAct, useRaiseHand } from './queries.ts'
import own from './room.module.css'
import type { PanelTab } from './room-panel.tsx'
import { t } from './texts.ts'

type Props = {
  readonly broadcast: Broadcast
  readonly session: CallSession
  readonly room: Snapshot
  readonly tab: PanelTab | null
  readonly unread: number
  readonly onTab: (tab: PanelTab) => void
  readonly onLeave: () => void
}

export function RoomControls({ broadcast, session, room, tab, unread, onTab, onLeave }: Props) {
  const { stage, abilities } = broadcast
  const isOnStage = stage === 'on'
  return (
    <div className={classes.controls} role="toolbar">
      {isOnStage && <DeviceControls session={session} room={room} />}
      {abilities.record && (
        <RecordControl room={{ owner: 'broadcast', id: broadcast.id }} isRecorded={broadcast.isRecorded} />
      )}
      {!isOnStage && !abilities.run && abilities.ask && <Hand broadcast={broadcast} />}
      <PanelControls broadcast={broadcast} tab={tab} unread={unread} onTab={onTab} />
      {isOnStage ? (
        <LeaveStage broadcast={broadcast} onLeave={onLeave} />
      ) : (
        <button
          type="button"
          className={classes.leave}
          aria-label={t('room.leave')}
          title={t('room.leave')}
          onClick={onLeave}
        >
          <IconX />
        </button>
      )}
    </div>
  )
}

type PanelProps = Pick<Props, 'broadcast' | 'tab' | 'unread' | 'onTab'>

/** One for those who run it, whose bar is full; for those who look on one for each. */
function PanelControls({ broadcast: { hasChat, abilities }, tab, unread, onTab }: PanelProps) {
  const dot = unread > 0 && <span className={own.unread} aria-hidden="true" />
  if (abilities.run) {
    return (
      <RoomControl label={t('panel')} isPressed={tab !== null} onClick={() => onTab(tab ?? 'questions')}>
        <IconMessageQuestion />
        {dot}
      </RoomControl>
    )
  }
  return (
    <>
      {hasChat && (
        <RoomControl label={t('chat.news', { count: unread })} isPressed={tab === 'chat'} onClick={() => onTab('chat')}>
          <IconMessage />
          {dot}
        </RoomControl>
      )}
      {abilities.ask && (
        <RoomControl label={t('panel.viewer')} isPressed={tab === 'questions'} onClick={() => onTab('questions')}>
          <IconMessageQuestion />
        </RoomControl>
      )}
    </>
  )
}

function Hand({ broadcast: { id, isHandUp } }: Pick<Props, 'broadcast'>) {
  const raise = useRaiseHand()
  const isUp = raise.isPending ? raise.variables.body.isUp : isHandUp
  return (
    <RoomControl
      label={t(isUp ? 'hand.down' : 'hand.up')}
      isPressed={isUp}
      onClick={() => raise.mutate({ params: { broadcastId: id }, body: { isUp: !isUp } })}
    >
      <IconHandStop />
    </RoomControl>
  )
}

/** Whoever may end it for all is asked which of the two is meant. */
function LeaveStage({ broadcast: { id, abilities }, onLeave }: Pick<Props, 'broadcast' | 'onLeave'>) {
  const [isEnding, setEnding] = useState(false)
  const end = useAct('end')
  const leaveStage = useAct('leaveStage')
  const label = t('room.leave.stage')
  return (
    <>
      <Menu position="top-end" zIndex={400} width={300}>
        <Menu.Target>
          <button type="button" className={classes.leave} aria-label={label} title={label}>
            <IconPhoneOff />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => leaveStage.mutate(id)}>{t('room.leave.only')}</Menu.Item>
          {abilities.end && (
            <Menu.Item c="var(--danger)" onClick={() => setEnding(true)}>
              {t('room.end')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={isEnding}
        title={t('end.title')}
        text={t('end.text')}
        action={t('end.confirm')}
        onConfirm={() => end.mutateAsync(id).then(onLeave)}
        onClose={() => setEnding(false)}
      />
    </>
  )
}
