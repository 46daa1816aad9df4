import { Title } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { formatRecent } from '#lib/dates.ts'
import { StateBadge } from '#ui/state-badge.tsx'
import classes from './message-reports.module.css'
import { kindOf, placeName } from './places.ts'
import { ownReportsQuery, useSetSeen } from './queries.ts'
import { t } from './texts.ts'

/** What became of the messages one has reported; nothing where one has reported none. */
export function OwnReports() {
  const reports = useInfiniteQuery(ownReportsQuery()).data?.pages.flatMap((page) => page.reports) ?? []
  const { mutate } = useSetSeen()
  const hasNews = reports.some(({ decision, isSeen }) => decision && !isSeen)
  useEffect(() => {
    if (hasNews) mutate()
  }, [hasNews, mutate])
  if (reports.length === 0) return null
  return (
    <section aria-labelledby="own-reports" className={classes.talk}>
      <Title order={2} fz="lg" id="own-reports">
        {t('own.title')}
      </Title>
      <ul className={classes.list}>
        {reports.map(({ id, reason, organizationName, place, reportedAt, decision, isSeen }) => (
          <li key={id} className={classes.row}>
            <span className={classes.what}>
              <b>{t(`reason.${reason}`)}</b>
              <span className={classes.muted}>{[organizationName, placeName(place)].join(' · ')}</span>
              {decision && decision.word !== '' && <p className={classes.text}>{decision.word}</p>}
            </span>
            {decision && !isSeen && <StateBadge tone="good">{t('own.new')}</StateBadge>}
            <StateBadge tone={decision ? 'quiet' : 'waiting'}>
              {t(`verdict.${decision?.verdict ?? 'waiting'}`, { kind: kindOf(place) })}
            </StateBadge>
            <time className={classes.muted} dateTime={reportedAt}>
              {formatRecent(decision?.at ?? reportedAt)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  )
}
