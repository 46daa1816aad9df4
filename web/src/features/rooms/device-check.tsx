import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import classes from './check.module.css'
import { type Choices, keepChoices, readChoices } from './devices.ts'
import { LevelMeter } from './level-meter.tsx'
import room from './room.module.css'
import type { Tracks } from './session.ts'
import { Stage } from './stage.tsx'
import { t } from './texts.ts'
import { type Preview, useCamera, useMicrophone } from './use-preview.ts'
import { Video } from './video.tsx'

type Props = {
  readonly title: string
  /** What the button says that leads in. */
  readonly start: string
  /** What is better known before. */
  readonly note?: ReactNode
  /** Instead of the way in while somebody else has to open it. */
  readonly waiting?: ReactNode
  /** Goes in by itself: whoever waited for that is let in. */
  readonly isLetIn?: boolean
  readonly onEnter: (choices: Choices, tracks: Tracks) => void
  readonly onCancel: () => void
}

/** How one looks and sounds, before anybody else sees it. A device that fails keeps nobody out. */
export function DeviceCheck({ title, start, note, waiting, isLetIn = false, onEnter, onCancel }: Props) {
  const [choices, setChoices] = useState(readChoices)
  const camera = useCamera(choices.isCameraOn, choices.cameraId)
  const microphone = useMicrophone(choices.isMicOn, choices.microphoneId)

  function change(next: Partial<Choices>): void {
    const all = { ...choices, ...next }
    setChoices(all)
    keepChoices(all)
  }
  function enter(): void {
    onEnter(
      { ...choices, isMicOn: isComing(microphone), isCameraOn: isComing(camera) },
      { microphone: microphone.take(), camera: camera.take() },
    )
  }

  const hasEntered = useRef(false)
  useEffect(() => {
    if (!isLetIn || hasEntered.current) return
    hasEntered.current = true
    enter()
  })

  return (
    <Stage title={title}>
      <div className={classes.check}>
        <header>
          <h2>{title}</h2>
          <p>{t('check.title')}</p>
        </header>
        <div className={classes.preview}>
          {camera.track ? <Video track={camera.track} isMirrored /> : <span>{t(previewText(camera))}</span>}
          <div className={classes.switches}>
            <Switch
              isOn={choices.isMicOn}
              isBroken={microphone.trouble !== null}
              label={t(choices.isMicOn ? 'check.microphone.turn-off' : 'check.microphone.on')}
              onClick={() => change({ isMicOn: !choices.isMicOn })}
              icons={[IconMicrophone, IconMicrophoneOff]}
            />
            <Switch
              isOn={choices.isCameraOn}
              isBroken={camera.trouble !== null}
              label={t(choices.isCameraOn ? 'check.camera.turn-off' : 'check.camera.on')}
              onClick={() => change({ isCameraOn: !choices.isCameraOn })}
              icons={[IconVideo, IconVideoOff]}
            />
          </div>
        </div>
        {microphone.track && <LevelMeter track={microphone.track} />}
        <DeviceChoice
          device="microphone"
          preview={microphone}
          chosen={choices.microphoneId}
          onChoose={(microphoneId) => change({ microphoneId })}
        />
        <DeviceChoice
          device="camera"
          preview={camera}
          chosen={choices.cameraId}
          onChoose={(cameraId) => change({ cameraId })}
        />
        {note}
        {waiting && (
          <div className={classes.waiting} role="status">
            {waiting}
          </div>
        )}
        <div className={room.choices}>
          <button type="button" className={room.plain} onClick={onCancel}>
            {t(waiting ? 'check.leave' : 'check.cancel')}
          </button>
          {!waiting && (
            <button type="button" className={room.primary} onClick={enter} autoFocus>
              {start}
            </button>
          )}
        </div>
      </div>
    </Stage>
  )
}

/** Whoever is quicker than their own camera is seen in the call as soon as it is on. */
const isComing = ({ track, isAsking }: Preview<unknown>): boolean => track !== undefined || isAsking

const previewText = ({ isAsking }: Preview<unknown>) => (isAsking ? 'check.asking' : 'check.camera.off')

type SwitchProps = {
  readonly isOn: boolean
  readonly isBroken: boolean
  readonly label: string
  readonly onClick: () => void
  readonly icons: readonly [typeof IconVideo, typeof IconVideo]
}

function Switch({ isOn, isBroken, label, onClick, icons: [On, Off] }: SwitchProps) {
  const works = isOn && !isBroken
  return (
    <button
      type="button"
      className={room.control}
      data-off={!works || undefined}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {works ? <On /> : <Off />}
    </button>
  )
}

type ChoiceProps = {
  readonly device: 'camera' | 'microphone'
  readonly preview: Preview<unknown>
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

function DeviceChoice({ device, preview: { trouble, devices, retry }, chosen, onChoose }: ChoiceProps) {
  if (trouble) {
    return (
      <p className={classes.trouble} role="status">
        {t(`trouble.${device}.${trouble}`)}
        {trouble !== 'insecure' && (
          <button type="button" className={room.plain} onClick={retry}>
            {t('trouble.again')}
          </button>
        )}
      </p>
    )
  }
  if (devices.length < 2) return null
  const value = devices.some(({ id }) => id === chosen) ? chosen : devices[0]?.id
  return (
    <label className={classes.choice}>
      {t(`check.${device}`)}
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {devices.map(({ id, name }, i) => (
          <option key={id} value={id}>
            {name === '' ? t('check.default-device', { number: i + 1 }) : name}
          </option>
        ))}
      </select>
    </label>
  )
}
