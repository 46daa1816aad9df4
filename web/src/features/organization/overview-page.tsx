import { Button, Text, Title } from '@mantine/core'
import type { OrganizationOverview } from '@kolosok/contract'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { OrganizationPage, SectionLinks, useOrganization } from '#features/organization-frame/index.ts'
import classes from './overview.module.css'
import { OverviewGroups } from './overview-groups.tsx'
import { overviewQuery } from './queries.ts'
import { Loaded } from './query-states.tsx'
import { t } from './texts.ts'

export function OverviewPage() {
  const { id, code, name, abilities } = useOrganization()
  const overview = useQuery(overviewQuery(id))
  return (
    <OrganizationPage title={t('overview.title')} lead={t('overview.lead', { name })} isOverview>
      <Loaded query={overview}>
        {(found) => (
          <>
            {abilities.manageStructure && <Steps steps={found.steps} />}
            <Counts overview={found} />
            <OverviewGroups groups={found.groups} />
          </>
        )}
      </Loaded>
      <div className={classes.sections}>
        <SectionLinks code={code} withoutOverview />
      </div>
    </OrganizationPage>
  )
}

const places = {
  card: '/o/$code/card',
  groups: '/o/$code/groups',
  children: '/o/$code/groups',
  invite: '/o/$code/invitations',
} as const

/** What a new administrator does first; gone once all of it is done. */
function Steps({ steps }: { steps: OrganizationOverview['steps'] }) {
  const { code } = useOrganization()
  const left = steps.filter(({ isDone }) => !isDone)
  const [next] = left
  if (!next) return null
  return (
    <section className={classes.steps} aria-labelledby="first-steps">
      <Title order={2} fz="lg" id="first-steps">
        {t('steps.title')}
      </Title>
      <Text c="dimmed">{t('steps.left', { count: left.length })}</Text>
      <ol className={classes.list}>
        {steps.map(({ step, isDone }, index) => (
          <li key={step} className={classes.step} data-done={isDone || undefined}>
            <span className={classes.number}>
              {isDone ? <IconCircleCheckFilled size={30} role="img" aria-label={t('steps.done')} /> : index + 1}
            </span>
            <span className={classes.what}>
              <b>{t(`steps.${step}`)}</b>
              {!isDone && <span>{t(`steps.${step}.text`)}</span>}
            </span>
            {!isDone && (
              <Button
                renderRoot={(props) => <Link to={places[step]} params={{ code }} {...props} />}
                variant={step === next.step ? 'filled' : 'light'}
              >
                {t(`steps.${step}.do`)}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Counts({ overview }: { overview: OrganizationOverview }) {
  const counts = [
    ['groups', overview.groupCount, '/o/$code/groups'],
    ['children', overview.childCount, '/o/$code/groups'],
    ['families', overview.familyCount, '/o/$code/people'],
    ['staff', overview.staffCount, '/o/$code/people'],
  ] as const
  const waiting = [
    ['unconfirmed', overview.unconfirmedCount, '/o/$code/people'],
    ['without-teacher', overview.groupsWithoutTeacher, '/o/$code/groups'],
  ] as const
  return (
    <div className={classes.counts}>
      {waiting
        .filter(([, count]) => count > 0)
        .map(([what, count, to]) => (
          <Count key={what} what={what} count={count} to={to} isWaiting />
        ))}
      {counts.map(([what, count, to]) => (
        <Count key={what} what={what} count={count} to={to} />
      ))}
    </div>
  )
}

type CountProps = {
  what: 'groups' | 'children' | 'families' | 'staff' | 'unconfirmed' | 'without-teacher'
  count: number
  to: '/o/$code/groups' | '/o/$code/people'
  isWaiting?: boolean
}

function Count({ what, count, to, isWaiting = false }: CountProps) {
  const { code } = useOrganization()
  return (
    <Link to={to} params={{ code }} className={classes.count} data-waiting={isWaiting || undefined}>
      <span className={classes.figure}>{count}</span>
      <span>{t(`count.${what}`, { count })}</span>
    </Link>
  )
}
