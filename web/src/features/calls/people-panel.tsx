import type { Call } from '@kolosok/contract'
import { IconListCheck, IconMicrophone, IconMicrophoneOff, IconUserX, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { ConfirmDialog, type Person, roomClasses as room } from '#features/rooms/index.ts'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import { Face } from '#ui/face.tsx'
import { Attendance } from './attendance.tsx'
import { WaitingList } from './waiting-list.tsx'
import { useModerate } from './queries.ts'
import classes from './people-panel.module.css'
import { t } from './texts.ts'

type Props = { readonly people: readonly Person[]; readonly call: Call | undefined; readonly onClose: () => void }

export function PeoplePanel({ people, call, onClose }: Props) {
  const [isAttendanceOpen, setAttendanceOpen] = useState(false)
  return (
    <aside className={classes.panel} aria-label={t('people.title')}>
      <div className={classes.panelHead}>
        <h3>{t('people.title')}</h3>
        <button type="button" className={room.icon} onClick={onClose} aria-label={t('people.close')}>
          <IconX size={20} />
        </button>
      </div>
      {call?.abilities.letIn && <WaitingList callId={call.id} />}
      <ul className={classes.people}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} call={call} />
        ))}
      </ul>
      {call?.abilities.seeAttendance && (
        <>
          <button type="button" className={room.plain} onClick={() => setAttendanceOpen(true)}>
            <IconListCheck size={18} aria-hidden="true" />
            {t('people.attendance')}
          </button>
          <Attendance callId={call.id} isOpen={isAttendanceOpen} onClose={() => setAttendanceOpen(false)} />
        </>
      )}
    </aside>
  )
}

function PersonRow({ person, call }: { person: Person; call: Call | undefined }) {
  const { id, guestId, name, label, isSelf, isMicOn } = person
  return (
    <li className={classes.person} data-person={id}>
      <Face name={name} size={36} />
      <span className={classes.personWords}>
        <span>
          {isSelf ? t('room.you') : name} {person.isConfirmed && <ConfirmedBadge label={t('confirmed')} />}
        </span>
        {guestId && <small className={classes.guest}>{t('guest')}</small>}
        {label !== '' && <small>{label}</small>}
      </span>
      {isSelf || !call?.abilities.mute ? (
        <span className={classes.mic} role="img" aria-label={isMicOn ? t('check.microphone') : t('tile.muted')}>
          {isMicOn ? <IconMicrophone size={20} /> : <IconMicrophoneOff size={20} />}
        </span>
      ) : (
        <Moderation person={person} call={call} />
      )}
    </li>
  )
}

function Moderation({ person, call }: { person: Person; call: Call }) {
  const { guestId, name, isMicOn } = person
  const { mute, remove } = useModerate(call.id)
  const [isRemoving, setRemoving] = useState(false)
  return (
    <>
      {mute.isError && (
        <small role="alert" className={classes.failed}>
          {t('people.failed')}
        </small>
      )}
      <button
        type="button"
        className={room.icon}
        disabled={!isMicOn || mute.isPending}
        aria-label={isMicOn ? t('people.mute', { name }) : t('tile.muted')}
        title={isMicOn ? t('people.mute', { name }) : t('tile.muted')}
        onClick={() => mute.mutate(person)}
      >
        {isMicOn ? <IconMicrophone size={20} /> : <IconMicrophoneOff size={20} />}
      </button>
      {(guestId ? call.abilities.letIn : call.abilities.remove) && (
        <button
          type="button"
          className={room.icon}
          aria-label={t('people.remove', { name })}
          title={t('people.remove', { name })}
          onClick={() => setRemoving(true)}
        >
          <IconUserX size={20} />
        </button>
      )}
      <ConfirmDialog
        isOpen={isRemoving}
        title={t('remove.title', { name })}
        text={t(guestId ? 'remove.guest.text' : 'remove.text')}
        action={t('remove.confirm')}
        onConfirm={() => remove.mutateAsync(person)}
        onClose={() => setRemoving(false)}
      />
    </>
  )
}
