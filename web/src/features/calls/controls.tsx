import type { Call } from '@kolosok/contract'
import { Menu } from '@mantine/core'
import {
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneOff,
  IconScreenShare,
  IconScreenShareOff,
  IconUsers,
  IconVideo,
  IconVideoOff,
} from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { ConfirmDialog } from './confirm-dialog.tsx'
import type { CallIntent } from './current-call.ts'
import { canShareScreen } from './devices.ts'
import { endCall } from './queries.ts'
import classes from './room.module.css'
import type { CallSession } from './session.ts'
import type { Snapshot } from './stay.ts'
import { t } from './texts.ts'

type Props = {
  readonly intent: CallIntent
  readonly session: CallSession
  readonly room: Snapshot
  readonly call: Call | undefined
  readonly isListOpen: boolean
  readonly onList: () => void
  readonly onLeave: () => void
}

export function Controls({ intent, session, room, call, isListOpen, onList, onLeave }: Props) {
  const { isMicOn, isCameraOn, isScreenOn } = room
  return (
    <div className={classes.controls} role="toolbar" aria-label={t('control.bar')}>
      <Control
        label={t(isMicOn ? 'control.mic.off' : 'control.mic.on')}
        isOff={!isMicOn}
        onClick={session.toggleMicrophone}
      >
        {isMicOn ? <IconMicrophone /> : <IconMicrophoneOff />}
      </Control>
      <Control
        label={t(isCameraOn ? 'control.camera.off' : 'control.camera.on')}
        isOff={!isCameraOn}
        onClick={session.toggleCamera}
      >
        {isCameraOn ? <IconVideo /> : <IconVideoOff />}
      </Control>
      {canShareScreen() && (
        <Control
          label={t(isScreenOn ? 'control.screen.off' : 'control.screen.on')}
          isPressed={isScreenOn}
          onClick={session.toggleScreen}
        >
          {isScreenOn ? <IconScreenShareOff /> : <IconScreenShare />}
        </Control>
      )}
      <Control label={t('control.people')} isPressed={isListOpen} onClick={onList}>
        <IconUsers />
      </Control>
      <LeaveControl intent={intent} call={call} onLeave={onLeave} />
    </div>
  )
}

type ControlProps = {
  readonly label: string
  readonly children: ReactNode
  readonly isOff?: boolean
  readonly isPressed?: boolean
  readonly onClick: () => void
}

function Control({ label, children, isOff = false, isPressed, onClick }: ControlProps) {
  return (
    <button
      type="button"
      className={classes.control}
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      data-off={isOff || undefined}
      onClick={onClick}
    >
      {children}
    </button>
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
