import type { JoinRequest } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { PickBox } from '#features/deciding/index.ts'
import { formatMoment } from '#lib/dates.ts'
import { formatPhone } from '#lib/phone.ts'
import { StateBadge } from '#ui/state-badge.tsx'
import classes from './join-requests.module.css'
import { tones } from './own-requests.tsx'
import { t } from './texts.ts'

type Props = {
  readonly request: JoinRequest
  readonly onDecide: (action: 'accept' | 'refuse') => void
  readonly isPicked?: boolean
  readonly onPick?: () => void
}

function factsOf({ role, childName, groupName, label, position, word, phone, isPhoneVerified }: JoinRequest) {
  const number = isPhoneVerified ? formatPhone(phone) : t('phone.unverified', { phone: formatPhone(phone) })
  return [
    ...(role === 'parent'
      ? ([
          ['child', childName],
          ['group', groupName ?? t('group.unknown')],
          ['label', label],
        ] as const)
      : ([['position', position]] as const)),
    ...(word === '' ? [] : ([['word', word]] as const)),
    ['phone', phone === '' ? t('phone.none') : number] as const,
  ] as const
}

export function RequestCard({ request, onDecide, isPicked = false, onPick }: Props) {
  const { fullName, role, state, reason, requestedAt, decidedAt, decidedBy } = request
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <span className={classes.name}>{fullName}</span>
        <span className={classes.muted}>{t(`role.${role}`)}</span>
        <StateBadge tone={tones[state]}>{t(`state.${state}`)}</StateBadge>
        {onPick && <PickBox name={fullName} isPicked={isPicked} onToggle={onPick} />}
      </div>
      <dl className={classes.facts}>
        {factsOf(request).map(([term, text]) => (
          <div key={term}>
            <dt>{t(`fact.${term}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {reason !== '' && <div>{t('reason', { reason })}</div>}
      <div className={classes.muted}>
        {t('asked', { date: formatMoment(requestedAt) })}
        {decidedAt && ` · ${t('decided', { by: decidedBy ?? '', date: formatMoment(decidedAt) })}`}
      </div>
      {state === 'requested' && (
        <div className={classes.actions}>
          <Button onClick={() => onDecide('accept')}>{t('accept')}</Button>
          <Button variant="default" onClick={() => onDecide('refuse')}>
            {t('refuse')}
          </Button>
        </div>
      )}
    </li>
  )
}
