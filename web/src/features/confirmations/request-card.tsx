import type { Confirmation, ConfirmationState } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { PickBox } from '#features/deciding/index.ts'
import { formatMoment } from '#lib/dates.ts'
import { formatPhone } from '#lib/phone.ts'
import { StateBadge, type Tone } from '#ui/state-badge.tsx'
import classes from './confirmations.module.css'
import type { Action } from './reason-dialog.tsx'
import { t } from './texts.ts'

const tones = { requested: 'waiting', confirmed: 'good', refused: 'bad', withdrawn: 'quiet' } as const satisfies Record<
  ConfirmationState,
  Tone
>

type Props = {
  readonly request: Confirmation
  readonly onDecide: (action: Action) => void
  readonly isPicked?: boolean
  readonly onPick?: () => void
}

export function RequestCard({ request, onDecide, isPicked = false, onPick }: Props) {
  const { fullName, state, position, howToCheck, word, reason } = request
  const facts = [
    [t('position'), position],
    ...(howToCheck === '' ? [] : [[t('check'), howToCheck]]),
    ...(word === '' ? [] : [[t('word'), word]]),
    [t('phone'), phoneOf(request)],
  ]
  return (
    <li className={classes.card}>
      <div className={classes.name}>
        {fullName}
        <StateBadge tone={tones[state]}>{t(`state.${state}`)}</StateBadge>
        {onPick && <PickBox name={fullName} isPicked={isPicked} onToggle={onPick} />}
      </div>
      <dl className={classes.facts}>
        {facts.map(([term, text]) => (
          <FactRow key={term} term={term ?? ''} text={text ?? ''} />
        ))}
      </dl>
      {reason !== '' && <p className={classes.muted}>{t('reason', { reason })}</p>}
      <p className={classes.muted}>{whenOf(request)}</p>
      <div className={classes.actions}>
        {state === 'requested' && (
          <>
            <Button onClick={() => onDecide('confirm')}>{t('confirm')}</Button>
            <Button variant="default" onClick={() => onDecide('refuse')}>
              {t('refuse')}
            </Button>
          </>
        )}
        {state === 'confirmed' && (
          <Button variant="subtle" color="red" onClick={() => onDecide('withdraw')}>
            {t('withdraw')}
          </Button>
        )}
      </div>
    </li>
  )
}

function FactRow({ term, text }: { term: string; text: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  )
}

function phoneOf({ phone, isPhoneVerified }: Confirmation): string {
  if (phone === '') return t('phone.none')
  return isPhoneVerified ? formatPhone(phone) : t('phone.unverified', { phone: formatPhone(phone) })
}

/** Who did what, and when. */
function whenOf({ state, howToCheck, requestedAt, decidedAt, decidedBy, remindedAt }: Confirmation): string {
  const parts = [t(howToCheck === '' ? 'confirmed-unasked' : 'asked', { date: formatMoment(requestedAt) })]
  if (decidedAt) parts.push(t('decided', { by: decidedBy ?? '', date: formatMoment(decidedAt) }))
  if (state === 'requested' && remindedAt) parts.push(t('reminded', { date: formatMoment(remindedAt) }))
  return parts.join(' · ')
}
