import type { MessageReport, MessageReportId, ReportVerdict } from '@kolosok/contract'
import { Button, Title } from '@mantine/core'
import { IconArrowLeft, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { OrganizationPage } from '#features/organization-frame/index.ts'
import { formatMoment } from '#lib/dates.ts'
import { NotYet } from '#ui/not-yet.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import classes from './message-reports.module.css'
import { kindOf, placeName } from './places.ts'
import { reportQuery } from './queries.ts'
import { ShownMessages } from './shown-messages.tsx'
import { t } from './texts.ts'

/** In an organization. */
export function ReportedMessagePage() {
  return (
    <OrganizationPage title={t('report.title')} backTo="/o/$code/reported">
      <Report />
    </OrganizationPage>
  )
}

export function OperatorReportedMessagePage() {
  return (
    <div className={classes.page}>
      <Button
        component={Link}
        to="/operator/reported"
        variant="subtle"
        leftSection={<IconArrowLeft size={18} />}
        w="fit-content"
      >
        {t('back')}
      </Button>
      <Title order={1} fz={26}>
        {t('report.title')}
      </Title>
      <Report />
    </div>
  )
}

function Report() {
  const { messageReportId } = useParams({ strict: false })
  const query = useQuery(reportQuery(messageReportId as MessageReportId))
  if (!query.data) return <NotYet query={query} hidden={t('problem.not-found')} />
  return <Found report={query.data} />
}

function Found({ report }: { report: MessageReport }) {
  const [verdict, setVerdict] = useState<ReportVerdict | null>(null)
  const { reason, place, author, count, reportedAt, decision, remarks, said, messages, mayDecide } = report
  const kind = kindOf(place)
  return (
    <>
      <section className={classes.card}>
        <b>{t(`reason.${reason}`)}</b>
        <span className={classes.muted}>
          {[placeName(place), t('count', { count }), formatMoment(reportedAt)].join(' · ')}
        </span>
        <span>
          {t('report.author', { name: [author.name, author.label].filter((part) => part !== '').join(', ') })}
        </span>
        {remarks.length > 0 && <Words title={t('remarks')} words={remarks} />}
        {said.length > 0 && <Words title={t('said')} words={said} />}
        {decision && (
          <>
            <div>
              <StateBadge tone="quiet">{t(`verdict.${decision.verdict}`, { kind })}</StateBadge>
            </div>
            <span className={classes.muted}>{t('decided.at', { at: formatMoment(decision.at) })}</span>
            {decision.word !== '' && <p className={classes.text}>{decision.word}</p>}
          </>
        )}
      </section>
      {messages.length > 0 && <ShownMessages kind={kind} messages={messages} />}
      {mayDecide && (
        <div className={classes.tools}>
          <Button color="red" leftSection={<IconTrash size={20} />} onClick={() => setVerdict('deleted')}>
            {t('delete', { kind })}
          </Button>
          <Button variant="default" onClick={() => setVerdict('dismissed')}>
            {t('dismiss', { kind })}
          </Button>
        </div>
      )}
      {verdict && <DecisionDialog id={report.id} kind={kind} verdict={verdict} onClose={() => setVerdict(null)} />}
    </>
  )
}

const Words = ({ title, words }: { title: string; words: readonly string[] }) => (
  <div>
    <span className={classes.muted}>{title}</span>
    {words.map((word, index) => (
      <p key={index} className={classes.text}>
        {word}
      </p>
    ))}
  </div>
)
