import { applicationId, type OperatorApplication } from '@kolosok/contract'
import { Button, Skeleton, Text, Timeline, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { isProblem } from '#lib/api.ts'
import { formatMoment } from '#lib/dates.ts'
import { letterSentence } from '#lib/outgoing-letter.ts'
import { formatPhone } from '#lib/phone.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { AdministratorCode } from './administrator-code.tsx'
import { DecisionBar } from './decision-bar.tsx'
import classes from './operator.module.css'
import { OrderView } from './order-view.tsx'
import { applicationQuery } from './queries.ts'
import { t } from './texts.ts'

/** One application: what it says beside the order that proves it, and the decision. */
export function ApplicationPage() {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const id = applicationId.safeParse(params['applicationId'])
  if (!id.success) return <EmptyState title={t('missing')} />
  return <Loaded id={id.data} />
}

function Loaded({ id }: { id: OperatorApplication['id'] }) {
  const application = useQuery(applicationQuery(id))
  return (
    <div className={classes.page}>
      <Button
        component={Link}
        to="/operator"
        variant="subtle"
        leftSection={<IconArrowLeft size={18} />}
        w="fit-content"
      >
        {t('back')}
      </Button>
      {application.isPending && <Skeleton height={420} radius="xl" aria-label={t('loading')} />}
      {application.isError &&
        (isProblem(application.error, 'not-found') ? (
          <EmptyState title={t('missing')} />
        ) : (
          <ErrorState
            title={t('error.title')}
            text={t('error.text')}
            retry={t('error.retry')}
            onRetry={() => void application.refetch()}
          />
        ))}
      {application.data && <Shown application={application.data} />}
    </div>
  )
}

function Shown({ application }: { application: OperatorApplication }) {
  const { facts, state } = application
  return (
    <>
      <div>
        <Title order={1} fz={26}>
          {facts.organizationName}
        </Title>
        <Text c="dimmed">{t(`state.${state}`)}</Text>
      </div>
      {application.duplicates.length > 0 && <Duplicates application={application} />}
      <div className={classes.columns}>
        <div className={classes.paper}>
          <section className={classes.card}>
            <Title order={2} fz="lg">
              {t('facts.organization')}
            </Title>
            <dl className={classes.facts}>
              <Fact name="kind" value={t(`kind.${facts.kind}`)} />
              <Fact name="inn" value={facts.inn} />
              <Fact name="address" value={facts.address} />
              <Fact name="headName" value={facts.headName} />
            </dl>
          </section>
          <section className={classes.card}>
            <Title order={2} fz="lg">
              {t('facts.administrator')}
            </Title>
            <dl className={classes.facts}>
              <Fact name="administratorName" value={facts.administratorName} />
              <Fact name="phone" value={formatPhone(facts.phone)} />
              <Fact name="email" value={facts.email} />
            </dl>
            {state === 'approved' && (
              <Text mt="sm" fw={500}>
                {t(application.isClaimed ? 'claimed' : 'waiting')}
              </Text>
            )}
            {application.abilities.makeCode && <AdministratorCode application={application} />}
          </section>
          <History steps={application.steps} letter={application.letter} />
        </div>
        <OrderView application={application} />
      </div>
      <DecisionBar application={application} />
    </>
  )
}

type FactName = 'kind' | 'inn' | 'address' | 'headName' | 'administratorName' | 'phone' | 'email'

function Fact({ name, value }: { name: FactName; value: string }) {
  return (
    <>
      <dt>{t(`fact.${name}`)}</dt>
      <dd>{value}</dd>
    </>
  )
}

function Duplicates({ application: { duplicates } }: { application: OperatorApplication }) {
  return (
    <section className={classes.duplicate}>
      <Title order={2} fz="md">
        {t('duplicates.title')}
      </Title>
      <Text>{t('duplicates.text')}</Text>
      <ul>
        {duplicates.map(({ applicationId: other, organizationName, state, at }) => (
          <li key={other ?? at}>
            {other === null ? (
              organizationName
            ) : (
              <Link to="/operator/applications/$applicationId" params={{ applicationId: other }}>
                {organizationName}
              </Link>
            )}
            {` · ${state === null ? t('duplicate.organization') : t(`state.${state}`)} · ${formatMoment(at)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ steps, letter }: Pick<OperatorApplication, 'steps' | 'letter'>) {
  const sentence = letter && letterSentence(letter)
  return (
    <section className={classes.card}>
      <Title order={2} fz="lg" mb="md">
        {t('history.title')}
      </Title>
      <Timeline active={steps.length - 1} bulletSize={16} lineWidth={2}>
        {steps.map(({ kind, at, reason, by }) => (
          <Timeline.Item key={at + kind} title={t(`step.${kind}`)}>
            {reason !== '' && <Text>{reason}</Text>}
            <Text c="dimmed" fz="sm">
              {by === '' ? formatMoment(at) : `${formatMoment(at)} · ${by}`}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
      {sentence && (
        <Text fz="sm" mt="md" {...(sentence.isBad ? { c: 'var(--danger)', role: 'alert' } : { c: 'dimmed' })}>
          {t(sentence.key, { at: formatMoment(letter.at) })}
        </Text>
      )}
    </section>
  )
}
