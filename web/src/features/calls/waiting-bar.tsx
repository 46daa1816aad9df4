import type { Call, WaitingPerson } from '@kolosok/contract'
import { IconDoorEnter, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { roomClasses as classes } from '#features/rooms/index.ts'
import { t } from './texts.ts'
import own from './waiting.module.css'
import { useDecide, waitingQuery } from './waiting-queries.ts'

type Props = { readonly call: Call | undefined; readonly isListOpen: boolean; readonly onShow: () => void }

/** To whoever lets people in: somebody has come. */
export function WaitingBar({ call, isListOpen, onShow }: Props) {
  if (!call || call.waiting === 0 || isListOpen) return null
  return (
    <div className={own.bar} role="status">
      <WhoWaits call={call} onShow={onShow} />
    </div>
  )
}

type ToastProps = { readonly call: Call | undefined; readonly arrivals: number; readonly onShow: () => void }

/** The same over another page, until it is put away; the next who come show it again. */
export function WaitingToast({ call, arrivals, onShow }: ToastProps) {
  const [hidden, setHidden] = useState(0)
  if (!call || call.waiting === 0 || hidden === arrivals) return null
  return (
    <section className={own.toast} role="status">
      <WhoWaits call={call} onShow={onShow} />
      <button
        type="button"
        className={classes.icon}
        onClick={() => setHidden(arrivals)}
        aria-label={t('waiting.hide')}
        title={t('waiting.hide')}
      >
        <IconX size={20} />
      </button>
    </section>
  )
}

function WhoWaits({ call, onShow }: { call: Call; onShow: () => void }) {
  const { data } = useQuery(waitingQuery(call.id))
  const { mutate, isPending } = useDecide(call.id)
  const waiting = data?.people.filter(({ isTurnedAway }) => !isTurnedAway) ?? []
  const [first] = waiting
  const isOne = call.waiting === 1 && waiting.length === 1 && first !== undefined
  // Of several guests somebody may have come by chance: they are looked at before.
  const mayAll = waiting.length > 0 && (isOne || waiting.every(({ isGuest }) => !isGuest))
  return (
    <>
      <span className={own.words}>
        <IconDoorEnter size={22} aria-hidden="true" />
        {isOne ? wordsOf(first) : t('waiting.bar', { count: call.waiting })}
      </span>
      <span className={own.acts}>
        {mayAll && (
          <button
            type="button"
            className={classes.primary}
            disabled={isPending}
            onClick={() => mutate({ ids: waiting.map(({ id }) => id), letIn: true }, { onError: onShow })}
          >
            {t(isOne ? 'waiting.let-in.short' : 'waiting.all')}
          </button>
        )}
        <button type="button" className={mayAll ? classes.plain : classes.primary} onClick={onShow}>
          {t('waiting.show')}
        </button>
      </span>
    </>
  )
}

const wordsOf = ({ name, isGuest }: WaitingPerson) => t(isGuest ? 'waiting.one.guest' : 'waiting.one', { name })
