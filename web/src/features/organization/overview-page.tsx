import { Button, Text, Title } from '@mantine/core'
import type { OrganizationOverview } from '@kolosok/contract'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { OrganizationPage, SectionLinks, useOrganization } from '#features/organization-frame/index.ts'
import classes from './overview.module.css'
import { OverviewGroups } from './overview-groups.tsx'
import { OverviewWaiting } from './overview-waiting.tsx'
import { overviewQuery } from './overview-query.ts'
import { Loaded } from './query-states.tsx'
import { t } from './overview-texts.ts'

export function OverviewPage() {
  const { id, code, name, abilities, closing } = useOrganization()
  const overview = useQuery(overviewQuery(id))
  return (
    <OrganizationPage title={t('overview.title')} lead={t('overview.lead', { name })} isOverview>
      <Loaded query={overview}>
        {(found) => (
          <>
            {abilities.manageStructure && <Steps steps={found.steps} />}
            {closing === null && found.childCount + found.groupCount > 0 && <OverviewWaiting overview={found} />}
            <Counts overview={found} />
          </>
        )}
      </Loaded>
      <div className={classes.sections}>
        <SectionLinks code={code} withoutOverview />
      </div>
      {overview.data && <OverviewGroups groups={overview.data.groups} />}
    </OrganizationPage>
  )
}

const places = {
  card: '/o/$code/card',
  groups: '/o/$code/groups',
  children: '/o/$code/imports',
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
  const { code } = useOrganization()
  const counts = [
    ['groups', overview.groupCount, { to: '/o/$code/groups' }],
    ['children', overview.childCount, { to: '/o/$code/children' }],
    ['families', overview.familyCount, { to: '/o/$code/people', search: { role: 'parent' } }],
    ['staff', overview.staffCount, { to: '/o/$code/people', search: { role: 'teacher' } }],
  ] as const
  return (
    <div className={classes.counts}>
      {counts.map(([what, count, place]) => (
        <Link key={what} {...place} params={{ code }} className={classes.count}>
          <span className={classes.figure}>{count}</span>
          <span>{t(`count.${what}`, { count })}</span>
        </Link>
      ))}
    </div>
  )
}
