import type { JoinRequest } from '@kolosok/contract'
import { Button, Group } from '@mantine/core'
import { formatMoment } from '#lib/dates.ts'
import { formatPhone } from '#lib/phone.ts'
import type { Column } from '#ui/records.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import classes from './join-requests.module.css'
import { tones } from './own-requests.tsx'
import { t } from './texts.ts'

type Decide = (request: JoinRequest, action: 'accept' | 'refuse') => void

export const requestColumns = (onDecide: Decide): readonly Column<JoinRequest>[] => [
  { key: 'who', title: t('column.who'), width: '26%', cell: (request) => <Who request={request} /> },
  { key: 'what', title: t('column.what'), cell: (request) => <What request={request} /> },
  { key: 'state', title: t('column.state'), width: '22%', cell: (request) => <State request={request} /> },
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

function phoneOf({ phone, isPhoneVerified }: JoinRequest): string {
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

function What({ request: { role, childName, groupName, label, position, word } }: Props) {
  const what = role === 'parent' ? [childName, label, groupName ?? t('group.unknown')] : [position]
  return (
    <div>
      <div className={classes.what}>{what.filter((part) => part !== '').join(' · ')}</div>
      {word !== '' && <div>{word}</div>}
    </div>
  )
}

function State({ request: { state, requestedAt, decidedAt, decidedBy, reason } }: Props) {
  return (
    <div>
      {state !== 'requested' && <StateBadge tone={tones[state]}>{t(`state.${state}`)}</StateBadge>}
      <div>{t('asked', { date: formatMoment(requestedAt) })}</div>
      {decidedAt && <div>{t('decided', { by: decidedBy ?? '', date: formatMoment(decidedAt) })}</div>}
      {reason !== '' && <div>{t('reason', { reason })}</div>}
    </div>
  )
}
