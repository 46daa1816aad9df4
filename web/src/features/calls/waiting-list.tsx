import type { CallId, WaitingPerson } from '@kolosok/contract'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { roomClasses as room } from '#features/rooms/index.ts'
import { ConfirmedBadge } from '#ui/confirmed-badge.tsx'
import classes from './people-panel.module.css'
import { t } from './texts.ts'
import { type Decision, useDecide, waitingQuery } from './waiting-queries.ts'

/** More than are usually expected by a link: somebody may have passed it on. */
const MANY_GUESTS = 20

/** Who is before the door, for whoever opens it. */
export function WaitingList({ callId }: { callId: CallId }) {
  const people = useQuery(waitingQuery(callId)).data?.people ?? []
  const { mutate, data, isError, isPending } = useDecide(callId)
  const waiting = people.filter(({ isTurnedAway }) => !isTurnedAway)
  const isLinkFull = data !== undefined && data.noPlace > 0
  if (people.length === 0) return null
  return (
    <section className={classes.waiting} aria-label={t('waiting.title')}>
      <h4>{t('waiting.title')}</h4>
      {(isError || isLinkFull) && (
        <small role="alert" className={classes.failed}>
          {t(isError ? 'waiting.failed' : 'waiting.full')}
        </small>
      )}
      {waiting.filter(({ isGuest }) => isGuest).length >= MANY_GUESTS && <small>{t('waiting.many-guests')}</small>}
      <ul>
        {people.map((person) => (
          <WaitingRow key={person.id} person={person} isBusy={isPending} onDecide={mutate} />
        ))}
      </ul>
      {waiting.length > 1 && (
        <button
          type="button"
          className={room.primary}
          disabled={isPending}
          onClick={() => mutate({ ids: waiting.map(({ id }) => id), letIn: true })}
        >
          {t('waiting.all')}
        </button>
      )}
    </section>
  )
}

type RowProps = {
  readonly person: WaitingPerson
  readonly isBusy: boolean
  readonly onDecide: (decision: Decision) => void
}

function WaitingRow({ person: { id, name, label, isGuest, isConfirmed, isTurnedAway }, isBusy, onDecide }: RowProps) {
  return (
    <li className={classes.person}>
      <span className={classes.personWords}>
        <span>
          {name} {isConfirmed && <ConfirmedBadge label={t('confirmed')} />}
        </span>
        {isGuest && <small className={classes.guest}>{t('guest')}</small>}
        {label !== '' && <small>{label}</small>}
        {isTurnedAway && <small>{t('waiting.turned-away')}</small>}
      </span>
      <button
        type="button"
        className={classes.letIn}
        disabled={isBusy}
        aria-label={t('waiting.let-in', { name })}
        onClick={() => onDecide({ ids: [id], letIn: true })}
      >
        {t('waiting.let-in.short')}
      </button>
      {!isTurnedAway && (
        <button
          type="button"
          className={room.icon}
          disabled={isBusy}
          aria-label={t('waiting.turn-away', { name })}
          title={t('waiting.turn-away', { name })}
          onClick={() => onDecide({ ids: [id], letIn: false })}
        >
          <IconX size={20} />
        </button>
      )}
    </li>
  )
}
