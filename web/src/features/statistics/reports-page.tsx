import type { StatisticsReportHeader } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { IconPlus, IconReportAnalytics } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { formatFullDay } from '#lib/dates.ts'
import { RecordStates } from '#ui/record-states.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { EmptyState } from '#ui/states.tsx'
import { NewReport } from './new-report.tsx'
import { reportsQuery } from './queries.ts'
import classes from './statistics.module.css'
import { t } from './texts.ts'
import { nameOfPeriod, toneOf } from './words.ts'

/** What was compiled, newest first. */
export function ReportsPage() {
  const { id, abilities } = useOrganization()
  const [isNew, setIsNew] = useState(false)
  const query = useInfiniteQuery(reportsQuery(id))
  const reports = query.data?.pages.flatMap((page) => page.reports) ?? []
  const compile = abilities.compileReports && (
    <Button leftSection={<IconPlus size={20} />} onClick={() => setIsNew(true)}>
      {t('reports.new')}
    </Button>
  )
  return (
    <OrganizationPage
      title={t('reports.title')}
      lead={t('reports.lead')}
      backTo="/o/$code/statistics"
      actions={reports.length > 0 && compile}
    >
      <RecordStates
        query={query}
        count={reports.length}
        empty={
          <EmptyState
            icon={<IconReportAnalytics size={40} />}
            title={t('reports.empty.title')}
            text={t(abilities.compileReports ? 'reports.empty.text' : 'reports.empty.reader')}
            action={compile}
          />
        }
      >
        <ul className={classes.reports}>
          {reports.map((report) => (
            <Row key={report.id} report={report} />
          ))}
        </ul>
      </RecordStates>
      {isNew && <NewReport onClose={() => setIsNew(false)} />}
    </OrganizationPage>
  )
}

function Row({ report: { id, number, period, state, submittedAt, decidedAt } }: { report: StatisticsReportHeader }) {
  const { code } = useOrganization()
  const at = decidedAt ?? submittedAt
  return (
    <li>
      <Link to="/o/$code/statistics/reports/$reportId" params={{ code, reportId: id }} className={classes.report}>
        <span className={classes.reportName}>
          <b>{nameOfPeriod(period)}</b>
          <span className={classes.definition}>{t('report.name', { number: number ?? 'none' })}</span>
        </span>
        {at !== null && (
          <span className={classes.definition}>
            {t(decidedAt === null ? 'report.sent' : 'report.decided', { at: formatFullDay(at) })}
          </span>
        )}
        <StateBadge tone={toneOf[state]}>{t(`state.${state}`)}</StateBadge>
      </Link>
    </li>
  )
}
