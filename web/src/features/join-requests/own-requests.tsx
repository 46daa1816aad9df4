import type { JoinRequestState, OwnJoinRequest } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatMoment } from '#lib/dates.ts'
import { StateBadge, type Tone } from '#ui/state-badge.tsx'
import classes from './join-requests.module.css'
import { ownRequestsQuery, useWithdraw } from './queries.ts'
import { t } from './texts.ts'

export const tones = {
  requested: 'waiting',
  accepted: 'good',
  refused: 'bad',
  withdrawn: 'quiet',
} as const satisfies Record<JoinRequestState, Tone>

/** What one has asked for and what came of it; nothing while nothing was asked. */
export function OwnRequests() {
  const { data } = useQuery(ownRequestsQuery())
  if (!data || data.requests.length === 0) return null
  return (
    <ul className={classes.list} aria-label={t('own.title')}>
      {data.requests.map((request) => (
        <Row key={request.id} request={request} />
      ))}
    </ul>
  )
}

function Row({ request }: { request: OwnJoinRequest }) {
  const { id, organizationName, role, childName, groupName, state, reason, requestedAt } = request
  const withdraw = useWithdraw()
  const what =
    role === 'teacher'
      ? t('own.teacher')
      : t('own.parent', { child: childName, group: groupName ?? '', hasGroup: groupName === null ? 'no' : 'yes' })
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <span className={classes.name}>{organizationName}</span>
        <StateBadge tone={tones[state]}>{t(`state.${state}`)}</StateBadge>
      </div>
      <div className={classes.muted}>{what}</div>
      <div className={classes.muted}>{t('asked', { date: formatMoment(requestedAt) })}</div>
      {reason !== '' && <div>{t('reason', { reason })}</div>}
      {state === 'requested' && (
        <div>
          <div className={classes.muted}>{t('own.waiting')}</div>
          <Button variant="default" mt={8} loading={withdraw.isPending} onClick={() => withdraw.mutate(id)}>
            {t('own.withdraw')}
          </Button>
        </div>
      )}
    </li>
  )
}
