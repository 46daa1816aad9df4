import type { Broadcast, OrganizationId } from '@kolosok/contract'
import { Button, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { NotYet } from '#ui/not-yet.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { EmptyState } from '#ui/states.tsx'
import classes from './broadcasts.module.css'
import { PlanDialog } from './plan-dialog.tsx'
import { broadcastsQuery } from './queries.ts'
import { BroadcastState, figuresOf, whenOf } from './state.tsx'
import { t } from './texts.ts'

export function BroadcastsPage() {
  const { organization } = useCurrentOrganization()
  if (organization) return <Broadcasts key={organization.id} organizationId={organization.id} />
  return (
    <PageFrame title={t('title')} backTo="/channels">
      <EmptyState title={t('empty.title')} text={t('empty.text')} />
    </PageFrame>
  )
}

function Broadcasts({ organizationId }: { organizationId: OrganizationId }) {
  const query = useInfiniteQuery(broadcastsQuery(organizationId))
  const [isNew, setNew] = useState(false)
  const rights = query.data?.pages[0]
  const mayPlan = rights !== undefined && rights.mayPlanFor.length > 0
  const plan = mayPlan && (
    <Button leftSection={<IconPlus size={20} />} onClick={() => setNew(true)}>
      {t('new.short')}
    </Button>
  )
  return (
    <PageFrame title={t('title')} backTo="/channels" action={plan}>
      <NotYet query={query} hidden={t('error.hidden')} />
      {query.data && <Listed pages={query.data.pages} empty={t(mayPlan ? 'empty.plan' : 'empty.text')} />}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {isNew && rights && <PlanDialog organizationId={organizationId} rights={rights} onClose={() => setNew(false)} />}
    </PageFrame>
  )
}

type Page = { readonly ahead: readonly Broadcast[]; readonly past: readonly Broadcast[] }

function Listed({ pages, empty }: { pages: readonly Page[]; empty: string }) {
  const ahead = pages.flatMap((page) => page.ahead)
  const past = pages.flatMap((page) => page.past)
  if (ahead.length + past.length === 0) return <EmptyState title={t('empty.title')} text={empty} />
  return (
    <>
      <Section title={t('ahead')} broadcasts={ahead} />
      <Section title={t('past')} broadcasts={past} />
    </>
  )
}

function Section({ title, broadcasts }: { title: string; broadcasts: readonly Broadcast[] }) {
  if (broadcasts.length === 0) return null
  return (
    <section className={classes.section}>
      <Title order={2} fz={16}>
        {title}
      </Title>
      <ul className={classes.cards}>
        {broadcasts.map((broadcast) => (
          <li key={broadcast.id}>
            <Card broadcast={broadcast} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Card({ broadcast }: { broadcast: Broadcast }) {
  const { id, title, state, host } = broadcast
  const figures = figuresOf(broadcast)
  return (
    <Link
      to="/broadcasts/$broadcastId"
      params={{ broadcastId: id }}
      className={classes.card}
      data-live={state === 'live' || undefined}
    >
      <span className={classes.marks}>
        <BroadcastState state={state} />
        <span>{whenOf(broadcast)}</span>
        {broadcast.recordings > 0 && <StateBadge tone="good">{t('recorded')}</StateBadge>}
      </span>
      <span className={classes.cardTitle}>{title}</span>
      <span className={classes.quiet}>
        {[t('host', { name: host }), figures].filter((part) => part !== '').join('. ')}
      </span>
    </Link>
  )
}
