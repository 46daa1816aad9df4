import { IconAntennaBars2, IconMicrophoneOff } from '@tabler/icons-react'
import { Face } from '#ui/face.tsx'
import type { Person } from './snapshot.ts'
import classes from './tiles.module.css'
import { t } from './texts.ts'
import { Video } from './video.tsx'

/** `face`: how large initials stand where there is no picture. */
export function Tile({ person, face }: { person: Person; face: number }) {
  const { name, label, isSelf, camera, isSpeaking, isMicOn, isWeak } = person
  const shown = isSelf ? t('room.you') : name
  const states = [isSpeaking && t('tile.speaking'), !isMicOn && t('tile.muted'), isWeak && t('tile.weak')]
  return (
    <li
      className={classes.tile}
      data-speaking={isSpeaking || undefined}
      data-person={person.id}
      aria-label={[shown, !isSelf && label, ...states].filter(Boolean).join(', ')}
    >
      {camera ? <Video track={camera} isMirrored={isSelf} /> : <Face name={name} size={face} />}
      <span className={classes.name} aria-hidden="true">
        {!isMicOn && <IconMicrophoneOff size={16} className={classes.off} />}
        {isWeak && <IconAntennaBars2 size={16} className={classes.weak} />}
        <span className={classes.words}>{shown}</span>
        {label !== '' && !isSelf && <span className={classes.label}>{label}</span>}
      </span>
    </li>
  )
}

export function AwaitedTile({ name, face }: { name: string; face: number }) {
  return (
    <li className={classes.tile} aria-label={`${name}, ${t('room.waiting')}`}>
      <Face name={name} size={face} />
      <span className={classes.name} aria-hidden="true">
        <span className={classes.words}>{name}</span>
      </span>
    </li>
  )
}
