import {
  IconMicrophone,
  IconMicrophoneOff,
  IconScreenShare,
  IconScreenShareOff,
  IconVideo,
  IconVideoOff,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { canShareScreen } from './devices.ts'
import classes from './room.module.css'
import type { CallSession } from './session.ts'
import type { Snapshot } from './stay.ts'
import { t } from './texts.ts'

type ControlProps = {
  readonly label: string
  readonly children: ReactNode
  readonly isOff?: boolean
  readonly isPressed?: boolean
  readonly onClick: () => void
}

export function RoomControl({ label, children, isOff = false, isPressed, onClick }: ControlProps) {
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

/** Microphone, camera and screen of whoever is to be heard and seen. */
export function DeviceControls({ session, room }: { session: CallSession; room: Snapshot }) {
  const { isMicOn, isCameraOn, isScreenOn } = room
  return (
    <>
      <RoomControl
        label={t(isMicOn ? 'control.mic.off' : 'control.mic.on')}
        isOff={!isMicOn}
        onClick={session.toggleMicrophone}
      >
        {isMicOn ? <IconMicrophone /> : <IconMicrophoneOff />}
      </RoomControl>
      <RoomControl
        label={t(isCameraOn ? 'control.camera.off' : 'control.camera.on')}
        isOff={!isCameraOn}
        onClick={session.toggleCamera}
      >
        {isCameraOn ? <IconVideo /> : <IconVideoOff />}
      </RoomControl>
      {canShareScreen() && (
        <RoomControl
          label={t(isScreenOn ? 'control.screen.off' : 'control.screen.on')}
          isPressed={isScreenOn}
          onClick={session.toggleScreen}
        >
          {isScreenOn ? <IconScreenShareOff /> : <IconScreenShare />}
        </RoomControl>
      )}
    </>
  )
}
