import type { Call } from '@kolosok/contract'
import { Menu } from '@mantine/core'
import { IconPhoneOff, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { RecordControl } from '#features/recordings/index.ts'
import {
  ConfirmDialog,
  type CallSession,
  DeviceControls,
  RoomControl,
  type Snapshot,
  roomClasses as classes,
} from '#features/rooms/index.ts'
import type { CallIntent } from './current-call.ts'
import { endCall } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly intent: CallIntent
  readonly session: CallSession
  readonly room: Snapshot
  readonly call: Call | undefined
  readonly isRecorded: boolean
  readonly isListOpen: boolean
  readonly onList: () => void
  readonly onLeave: () => void
}

export function Controls({ intent, session, room, call, isRecorded, isListOpen, onList, onLeave }: Props) {
  return (
    <div className={classes.controls} role="toolbar" aria-label={t('control.bar')}>
      <DeviceControls session={session} room={room} />
      <RoomControl label={t('control.people')} isPressed={isListOpen} onClick={onList}>
        <IconUsers />
      </RoomControl>
      {call?.abilities.record && <RecordControl room={{ owner: 'call', id: call.id }} isRecorded={isRecorded} />}
      <LeaveControl intent={intent} call={call} onLeave={onLeave} />
    </div>
  )
}

/** Whoever may end it for all is asked which of the two is meant. */
function LeaveControl({ intent, call, onLeave }: Pick<Props, 'intent' | 'call' | 'onLeave'>) {
  const [isEnding, setEnding] = useState(false)
  const isDirect = intent.chatKind === 'direct'
  if (isDirect || !call?.abilities.end) {
    const label = t(isDirect ? 'control.leave.direct' : 'control.leave')
    return (
      <button type="button" className={classes.leave} aria-label={label} title={label} onClick={onLeave}>
        <IconPhoneOff />
      </button>
    )
  }
  return (
    <>
      <Menu position="top-end" zIndex={400} width={240}>
        <Menu.Target>
          <button
            type="button"
            className={classes.leave}
            aria-label={t('control.leave-menu')}
            title={t('control.leave-menu')}
          >
            <IconPhoneOff />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onLeave}>{t('control.leave')}</Menu.Item>
          <Menu.Item c="var(--danger)" onClick={() => setEnding(true)}>
            {t('control.end')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={isEnding}
        title={t('end.title')}
        text={t('end.text')}
        action={t('end.confirm')}
        onConfirm={() => endCall(call.id).then(onLeave)}
        onClose={() => setEnding(false)}
      />
    </>
  )
}
