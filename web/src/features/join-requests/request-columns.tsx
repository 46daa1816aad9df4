import type { JoinRequest, QueueSort } from '@kolosok/contract'
import { Button, Group } from '@mantine/core'
import { formatMoment } from '#lib/dates.ts'
import { formatPhone } from '#lib/phone.ts'
import { LetterState } from '#ui/letter-state.tsx'
import { queueOrders } from '#ui/queue-order.ts'
import type { Column } from '#ui/records.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import classes from './join-requests.module.css'
import { tones } from './own-requests.tsx'
import { t } from './texts.ts'

type Decide = (request: JoinRequest, action: 'accept' | 'refuse') => void

export const requestColumns = (onDecide: Decide): readonly Column<JoinRequest, QueueSort>[] => [
  {
    key: 'who',
    title: t('column.who'),
    width: '26%',
    orders: queueOrders.name,
    cell: (request) => <Who request={request} />,
  },
  { key: 'what', title: t('column.what'), cell: (request) => <What request={request} /> },
  {
    key: 'state',
    title: t('column.state'),
    width: '22%',
    orders: queueOrders.time,
    cell: (request) => <State request={request} />,
  },
  {
    key: 'acts',
    title: t('column.acts'),
    width: 276,
    isActions: true,
    cell: (request) =>
      request.state === 'requested' && (
        <Group gap={4} wrap="nowrap" justify="flex-end">
          <Button variant="light" flex="none" onClick={() => onDecide(request, 'accept')}>
            {t('accept')}
          </Button>
          <Button variant="subtle" color="gray" flex="none" onClick={() => onDecide(request, 'refuse')}>
            {t('refuse')}
          </Button>
        </Group>
      ),
  },
]

type Props = { readonly request: JoinRequest }

export function phoneOf({ phone, isPhoneVerified }: JoinRequest): string {
  if (phone === '') return t('phone.none')
  return isPhoneVerified ? formatPhone(phone) : t('phone.unverified', { phone: formatPhone(phone) })
}

const Who = ({ request }: Props) => (
  <div>
    <div className={classes.name}>{request.fullName}</div>
    <div className={classes.muted}>{t(`role.${request.role}`)}</div>
    <div className={classes.muted}>{phoneOf(request)}</div>
  </div>
)

/** Whom it is about, in what part. */
export function partsOf({ role, childName, groupName, label, position }: JoinRequest): string {
  const what = role === 'parent' ? [childName, label, groupName ?? t('group.unknown')] : [position]
  return what.filter((part) => part !== '').join(' · ')
}

function What({ request }: Props) {
  return (
    <div>
      <div className={classes.what}>{partsOf(request)}</div>
      {request.word !== '' && <div>{request.word}</div>}
    </div>
  )
}

function State({ request: { state, requestedAt, decidedAt, decidedBy, reason, letter } }: Props) {
  return (
    <div>
      {state !== 'requested' && <StateBadge tone={tones[state]}>{t(`state.${state}`)}</StateBadge>}
      <div>{t('asked', { date: formatMoment(requestedAt) })}</div>
      {decidedAt && <div>{t('decided', { by: decidedBy ?? '', date: formatMoment(decidedAt) })}</div>}
      {reason !== '' && <div>{t('reason', { reason })}</div>}
      {letter && <LetterState letter={letter} />}
    </div>
  )
}
