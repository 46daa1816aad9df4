import type { MessageReportHeader, MessageReportId, OrganizationId } from '@kolosok/contract'
import { Tabs } from '@mantine/core'
import { IconFlag } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { formatRecent } from '#lib/dates.ts'
import { RecordStates } from '#ui/record-states.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { EmptyState } from '#ui/states.tsx'
import classes from './message-reports.module.css'
import { kindOf, placeName } from './places.ts'
import { queueQuery } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly desk: OrganizationId | 'operator'
  readonly linkTo: (id: MessageReportId, props: { className: string | undefined; children: ReactNode }) => ReactNode
}

const tabs = ['open', 'decided'] as const

/** What waits, the oldest first; and what was decided. */
export function Queue({ desk, linkTo }: Props) {
  const [tab, setTab] = useState<(typeof tabs)[number]>('open')
  const query = useInfiniteQuery(queueQuery(desk, tab === 'decided'))
  const reports = query.data?.pages.flatMap((page) => page.reports) ?? []
  return (
    <Tabs value={tab} onChange={(value) => setTab(value === 'decided' ? 'decided' : 'open')}>
      <Tabs.List aria-label={t('title')}>
        {tabs.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`tab.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab} pt="md">
        <RecordStates
          query={query}
          count={reports.length}
          empty={
            <EmptyState
              icon={<IconFlag size={40} />}
              title={t(`empty.${tab}`)}
              {...(tab === 'open' && { text: t('empty.open.text') })}
            />
          }
        >
          <ul className={classes.list}>
            {reports.map((report) => (
              <li key={report.id}>
                {linkTo(report.id, {
                  className: classes.row,
                  children: <Row report={report} isOperator={desk === 'operator'} />,
                })}
              </li>
            ))}
          </ul>
        </RecordStates>
      </Tabs.Panel>
    </Tabs>
  )
}

function Row({ report, isOperator }: { report: MessageReportHeader; isOperator: boolean }) {
  const { author, reason, count, reportedAt, decision, organizationName, place } = report
  return (
    <>
      <span className={classes.what}>
        <b>{t(`reason.${reason}`)}</b>
        <span className={classes.muted}>
          {[isOperator ? organizationName : '', placeName(place), author.name]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        <span className={classes.muted}>{t('count', { count })}</span>
      </span>
      <StateBadge tone={decision ? 'quiet' : 'waiting'}>
        {t(`verdict.${decision?.verdict ?? 'waiting'}`, { kind: kindOf(place) })}
      </StateBadge>
      <time className={classes.muted} dateTime={reportedAt}>
        {formatRecent(decision?.at ?? reportedAt)}
      </time>
    </>
  )
}
