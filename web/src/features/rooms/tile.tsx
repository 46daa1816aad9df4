import { IconAntennaBars2, IconMicrophoneOff } from '@tabler/icons-react'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import { Face } from '#ui/face.tsx'
import type { Person } from './snapshot.ts'
import classes from './tiles.module.css'
import { t } from './texts.ts'
import { Video } from './video.tsx'

/** `face`: how large initials stand where there is no picture. */
export function Tile({ person, face }: { person: Person; face: number }) {
  const { name, camera, isSelf, isSpeaking } = person
  return (
    <li
      className={classes.tile}
      data-speaking={isSpeaking || undefined}
      data-person={person.id}
      aria-label={inWords(person)}
    >
      {camera ? <Video track={camera} isMirrored={isSelf} /> : <Face name={name} size={face} />}
      <Caption person={person} />
    </li>
  )
}

const nameOf = ({ name, isSelf }: Person) => (isSelf ? t('room.you') : name)

function inWords(person: Person): string {
  const { guestId, label, isSelf, isConfirmed, isSpeaking, isMicOn, isWeak } = person
  const states = [isSpeaking && t('tile.speaking'), !isMicOn && t('tile.muted'), isWeak && t('tile.weak')]
  return [nameOf(person), guestId && t('guest'), !isSelf && label, isConfirmed && t('confirmed'), ...states]
    .filter(Boolean)
    .join(', ')
}

function Caption({ person }: { person: Person }) {
  const { guestId, label, isSelf, isConfirmed, isMicOn, isWeak } = person
  return (
    <span className={classes.name} aria-hidden="true">
      {!isMicOn && <IconMicrophoneOff size={16} className={classes.off} />}
      {isWeak && <IconAntennaBars2 size={16} className={classes.weak} />}
      {guestId && <span className={classes.guest}>{t('guest')}</span>}
      <span className={classes.words}>{nameOf(person)}</span>
      {isConfirmed && <ConfirmedBadge label={t('confirmed')} size={15} color="currentColor" />}
      {label !== '' && !isSelf && <span className={classes.label}>{label}</span>}
    </span>
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
