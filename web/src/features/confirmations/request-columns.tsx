import type { Confirmation, ConfirmationState, QueueSort } from '@kolosok/contract'
import { Button, Group } from '@mantine/core'
import { formatMoment } from '#lib/dates.ts'
import { formatPhone } from '#lib/phone.ts'
import { queueOrders } from '#ui/queue-order.ts'
import type { Column } from '#ui/records.tsx'
import { StateBadge, type Tone } from '#ui/state-badge.tsx'
import classes from './confirmations.module.css'
import type { Action } from './reason-dialog.tsx'
import { t } from './texts.ts'

const tones = { requested: 'waiting', confirmed: 'good', refused: 'bad', withdrawn: 'quiet' } as const satisfies Record<
  ConfirmationState,
  Tone
>

type Decide = (request: Confirmation, action: Action) => void

/** Without deciding: what is asked, to be read. */
export const requestColumns = (onDecide: Decide | null): readonly Column<Confirmation, QueueSort>[] => [
  {
    key: 'who',
    title: t('column.who'),
    width: '24%',
    orders: queueOrders.name,
    cell: (request) => <Who request={request} />,
  },
  { key: 'check', title: t('check'), cell: (request) => <Check request={request} /> },
  {
    key: 'when',
    title: t('column.when'),
    width: '20%',
    orders: queueOrders.time,
    cell: (request) => <When request={request} />,
  },
  ...(onDecide
    ? [
        {
          key: 'acts',
          title: t('column.acts'),
          width: 316,
          isActions: true,
          cell: (request: Confirmation) => <Acts request={request} onDecide={(action) => onDecide(request, action)} />,
        },
      ]
    : []),
]

type Props = { readonly request: Confirmation }

const Who = ({ request }: Props) => (
  <div>
    <div className={classes.name}>{request.fullName}</div>
    <div className={classes.muted}>{request.position}</div>
    <div className={classes.muted}>{phoneOf(request)}</div>
  </div>
)

const Check = ({ request: { howToCheck, word } }: Props) => (
  <div>
    {howToCheck !== '' && <div className={classes.check}>{howToCheck}</div>}
    {word !== '' && <div>{word}</div>}
  </div>
)

/** Who did what, and when. */
function When({ request }: Props) {
  const { state, howToCheck, requestedAt, decidedAt, decidedBy, remindedAt, reason } = request
  return (
    <div>
      {state !== 'requested' && <StateBadge tone={tones[state]}>{t(`state.${state}`)}</StateBadge>}
      <div>{t(howToCheck === '' ? 'confirmed-unasked' : 'asked', { date: formatMoment(requestedAt) })}</div>
      {decidedAt && <div>{t('decided', { by: decidedBy ?? '', date: formatMoment(decidedAt) })}</div>}
      {state === 'requested' && remindedAt && <div>{t('reminded', { date: formatMoment(remindedAt) })}</div>}
      {reason !== '' && <div>{t('reason', { reason })}</div>}
    </div>
  )
}

function Acts({ request: { state }, onDecide }: Props & { readonly onDecide: (action: Action) => void }) {
  if (state === 'confirmed') {
    return (
      <Button variant="subtle" color="red" onClick={() => onDecide('withdraw')}>
        {t('withdraw')}
      </Button>
    )
  }
  if (state !== 'requested') return null
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <Button variant="light" flex="none" onClick={() => onDecide('confirm')}>
        {t('confirm')}
      </Button>
      <Button variant="subtle" color="gray" flex="none" onClick={() => onDecide('refuse')}>
        {t('refuse')}
      </Button>
    </Group>
  )
}

export function phoneOf({ phone, isPhoneVerified }: Confirmation): string {
  if (phone === '') return t('phone.none')
  return isPhoneVerified ? formatPhone(phone) : t('phone.unverified', { phone: formatPhone(phone) })
}
