import type { GuestView } from '@kolosok/contract'
import { IconPhoneOff } from '@tabler/icons-react'
import { roomClasses as classes, Stage } from '#features/rooms/index.ts'
import type { GuestOut } from './out.ts'
import { type OwnPlace, useComeBack } from './queries.ts'
import { t } from './texts.ts'

/** What there is more to say about. */
const EXPLAINED = ['removed', 'ended', 'begun-again'] as const

type Props = {
  readonly guest: GuestView
  readonly own: OwnPlace
  readonly reason: GuestOut
  readonly onBack: () => void
  readonly onAnother: () => void
}

/** Ended, it is begun again by its host, or not at all. */
const leadsBack = (reason: GuestOut, { isGoingOn }: GuestView): boolean =>
  reason === 'ended' ? isGoingOn : reason !== 'removed' && reason !== 'over'

/** Why there is nothing more to be seen, and the way back where there is one. */
export function GuestFarewell({ guest, own, reason, onBack, onAnother }: Props) {
  const comeBack = useComeBack(own)
  const title = guest.meeting?.title ?? t('product')
  const hasWayBack = leadsBack(reason, guest)
  const what = reason === 'ended' && guest.state === 'left' && guest.isGoingOn ? 'begun-again' : reason
  const explained = EXPLAINED.find((one) => one === what)
  return (
    <Stage title={title}>
      <div className={classes.farewell} role="alert">
        <IconPhoneOff size={44} stroke={1.5} aria-hidden="true" />
        <h2>{t(`over.${what}`)}</h2>
        <p>{title}</p>
        {explained && <p>{t(`over.${explained}.text`)}</p>}
        {comeBack.isError && <p>{t('problem.other')}</p>}
        {hasWayBack && (
          <div className={classes.choices}>
            {reason === 'left' && (
              <button type="button" className={classes.plain} onClick={onAnother}>
                {t('over.another')}
              </button>
            )}
            <button
              type="button"
              className={classes.primary}
              disabled={comeBack.isPending}
              onClick={() => comeBack.mutate(undefined, { onSuccess: onBack })}
            >
              {t('over.back')}
            </button>
          </div>
        )}
      </div>
    </Stage>
  )
}
