import { pathOf, type StatisticsReport, statisticsReportEndpoints, type StatisticsReportId } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconFileTypePdf } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { OrganizationPage } from '#features/organization-frame/index.ts'
import { formatMoment } from '#lib/dates.ts'
import { StateBadge } from '#ui/state-badge.tsx'
import { Figures } from './figures.tsx'
import { PageState } from './page-state.tsx'
import { reportQuery } from './queries.ts'
import { ReportActions } from './report-actions.tsx'
import classes from './statistics.module.css'
import { t } from './texts.ts'
import { nameOfPeriod, toneOf } from './words.ts'

/** One report: for the administrator to submit, for the head to look at. */
export function ReportPage() {
  const { reportId } = useParams({ strict: false })
  const query = useQuery(reportQuery(reportId as StatisticsReportId))
  const report = query.data
  return (
    <OrganizationPage
      title={report ? t('report.name', { number: report.number ?? 'none' }) : t('reports.title')}
      {...(report && { lead: nameOfPeriod(report.period) })}
      backTo="/o/$code/statistics/reports"
      actions={report && <Papers report={report} />}
    >
      <PageState query={query}>
        {(found) => (
          <>
            <About report={found} />
            {/* Written anew where somebody else has changed it. */}
            <ReportActions key={found.rev} report={found} />
            <Figures sections={found.sections} />
          </>
        )}
      </PageState>
    </OrganizationPage>
  )
}

function Papers({ report: { id } }: { report: StatisticsReport }) {
  const pathIn = (format: string) => pathOf(statisticsReportEndpoints.paper, { statisticsReportId: id, format })
  return (
    <div className={classes.tools}>
      <Button component="a" href={pathIn('pdf')} variant="default" leftSection={<IconFileTypePdf size={20} />}>
        {t('pdf')}
      </Button>
      <Button component="a" href={pathIn('xlsx')} variant="default" leftSection={<IconFileSpreadsheet size={20} />}>
        {t('xlsx')}
      </Button>
    </div>
  )
}

function About({ report }: { report: StatisticsReport }) {
  const { state, compiledBy, submittedAt, submittedBy, decidedAt, decidedBy, countedAt, word, answer } = report
  return (
    <section className={classes.section}>
      <div>
        <StateBadge tone={toneOf[state]}>{t(`state.${state}`)}</StateBadge>
      </div>
      <ul className={classes.steps}>
        <li>{t('compiled', { name: compiledBy })}</li>
        {submittedAt !== null && <li>{t('submitted', { at: formatMoment(submittedAt), name: submittedBy })}</li>}
        {decidedAt !== null && (
          <li>
            {t(state === 'returned' ? 'returned' : 'acknowledged', { at: formatMoment(decidedAt), name: decidedBy })}
          </li>
        )}
        <li>{report.abilities.edit ? t('counted.now') : t('counted', { at: formatMoment(countedAt) })}</li>
      </ul>
      {answer !== '' && <Said title={t('answer')} text={answer} />}
      {word !== '' && !report.abilities.edit && <Said title={t('word')} text={word} />}
    </section>
  )
}

const Said = ({ title, text }: { title: string; text: string }) => (
  <div className={classes.said}>
    <b>{title}</b>
    <p>{text}</p>
  </div>
)
