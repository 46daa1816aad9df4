import type { Mailing, OrganizationId } from '@kolosok/contract'
import { Button, Progress, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { formatMoment } from '#lib/dates.ts'
import { useNow } from '#lib/use-now.ts'
import { StateBadge } from '#ui/state-badge.tsx'
import { Failures } from './failures.tsx'
import classes from './mailings.module.css'
import { mailingsQuery, useChange } from './queries.ts'
import { standingOf } from './standing.ts'
import { t } from './texts.ts'

/** What goes out or went out lately; nothing while nothing was ever sent. */
export function MailingList({ organizationId }: { organizationId: OrganizationId }) {
  const { data = [] } = useQuery(mailingsQuery(organizationId))
  const [isWhole, setWhole] = useState(false)
  const heading = useId()
  const going = data.filter(({ waiting, failed }) => waiting > 0 || failed > 0)
  const shown = isWhole ? data : going.length > 0 ? going.slice(0, 3) : data.slice(0, 1)
  if (data.length === 0) return null
  return (
    <section aria-labelledby={heading} className={classes.section}>
      <Title order={2} fz="lg" id={heading}>
        {t('title')}
      </Title>
      <ul className={classes.list}>
        {shown.map((mailing) => (
          <Row key={mailing.id} organizationId={organizationId} mailing={mailing} />
        ))}
      </ul>
      {shown.length < data.length && (
        <Button variant="subtle" h={44} onClick={() => setWhole(true)}>
          {t('all', { count: data.length })}
        </Button>
      )}
    </section>
  )
}

const tones = { going: 'waiting', failed: 'bad', stopped: 'quiet', done: 'good' } as const

function Row({ organizationId, mailing }: { organizationId: OrganizationId; mailing: Mailing }) {
  const { id, purpose, groupName, createdAt, createdBy, waiting, sent, failed, stopped, isHeldUp, startsAt } = mailing
  const stop = useChange(organizationId, 'stop')
  const now = useNow()
  const all = waiting + sent + failed + stopped
  const standing = standingOf(mailing)
  const title = t(`purpose.${purpose}`, { group: groupName ?? '', hasGroup: groupName === null ? 'no' : 'yes' })
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <span className={classes.name}>{title}</span>
        <StateBadge tone={tones[standing]}>{t(`state.${standing}`, { sent, all })}</StateBadge>
      </div>
      {waiting > 0 && (
        <Progress value={((all - waiting) / all) * 100} aria-label={t('progress', { title })} size="md" my={6} />
      )}
      <div className={classes.muted} aria-live="polite">
        {numbersOf(mailing, all).join(' · ')}
      </div>
      {waiting > 0 && startsAt !== null && Date.parse(startsAt) > now && (
        <div className={classes.muted}>{t('quiet', { date: formatMoment(startsAt) })}</div>
      )}
      {isHeldUp && <div className={classes.muted}>{t('held-up')}</div>}
      <div className={classes.muted}>{t('by', { name: createdBy, date: formatMoment(createdAt) })}</div>
      {waiting > 0 && (
        <Button variant="default" mt={6} loading={stop.isPending} onClick={() => stop.mutate(id)}>
          {t('stop')}
        </Button>
      )}
      {failed > 0 && <Failures organizationId={organizationId} mailing={mailing} />}
    </li>
  )
}

const numbersOf = ({ sent, failed, stopped }: Mailing, all: number): string[] => [
  t('sent', { sent, all }),
  ...(failed > 0 ? [t('failed', { count: failed })] : []),
  ...(stopped > 0 ? [t('stopped', { count: stopped })] : []),
]
