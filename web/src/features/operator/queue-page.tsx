import { applicationState, type ApplicationState, type QueuedApplication } from '@kolosok/contract'
import { Badge, Button, Group, Skeleton, Stack, Tabs, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconInbox, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatRecent } from '#lib/dates.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import classes from './operator.module.css'
import { queueQuery } from './queries.ts'
import { QueueLinks } from './queue-links.tsx'
import { t } from './texts.ts'

/** What waits for a decision, and everything decided before. */
export function QueuePage() {
  const [state, setState] = useState<ApplicationState>('submitted')
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 250)
  const queue = useInfiniteQuery(queueQuery(state, q))
  const counts = queue.data?.pages[0]?.counts
  const applications = queue.data?.pages.flatMap((page) => page.applications) ?? []

  return (
    <div className={classes.page}>
      <Group justify="space-between">
        <Title order={1} fz={26}>
          {t('queue.title')}
        </Title>
        <QueueLinks />
      </Group>
      <Tabs value={state} onChange={(value) => setState(applicationState.parse(value))}>
        <Tabs.List className={classes.tabs} aria-label={t('queue.title')}>
          {applicationState.options.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {counts ? t('tab', { state: t(`tab.${one}`), count: counts[one] }) : t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={state} pt="md">
          <Stack gap="sm">
            <TextInput
              aria-label={t('queue.search')}
              placeholder={t('queue.search')}
              leftSection={<IconSearch size={18} aria-hidden="true" />}
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            {queue.isPending && <Waiting />}
            {queue.isError && (
              <ErrorState
                title={t('error.title')}
                text={t('error.text')}
                retry={t('error.retry')}
                onRetry={() => void queue.refetch()}
              />
            )}
            {queue.data && applications.length === 0 && <Nothing state={state} isSearching={q !== ''} />}
            <ul className={classes.list}>
              {applications.map((application) => (
                <Row key={application.id} application={application} />
              ))}
            </ul>
            {queue.hasNextPage && (
              <Button variant="light" loading={queue.isFetchingNextPage} onClick={() => void queue.fetchNextPage()}>
                {t('queue.more')}
              </Button>
            )}
          </Stack>
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}

function Row({ application }: { application: QueuedApplication }) {
  const { id, organizationName, kind, inn, administratorName, changedAt, duplicates } = application
  return (
    <li>
      <Link to="/operator/applications/$applicationId" params={{ applicationId: id }} className={classes.row}>
        <div className={classes.grow}>
          <Text fw={600}>{organizationName}</Text>
          <Text c="dimmed" fz="sm">
            {[t(`kind.${kind}`), t('inn', { inn }), administratorName].join(' · ')}
          </Text>
          {duplicates > 0 && (
            <Badge mt={6} className={classes.warning}>
              {t('duplicates', { count: duplicates })}
            </Badge>
          )}
        </div>
        <Text c="dimmed" fz="sm" component="time" dateTime={changedAt}>
          {formatRecent(changedAt)}
        </Text>
      </Link>
    </li>
  )
}

function Nothing({ state, isSearching }: { state: ApplicationState; isSearching: boolean }) {
  if (isSearching) return <EmptyState title={t('queue.nothing')} />
  if (state !== 'submitted') return <EmptyState title={t('queue.empty')} />
  return (
    <EmptyState
      icon={<IconInbox size={40} />}
      title={t('queue.empty.submitted')}
      text={t('queue.empty.submitted.text')}
    />
  )
}

const Waiting = () => (
  <Stack gap="xs" aria-label={t('loading')} role="status">
    <Skeleton height={76} radius="lg" />
    <Skeleton height={76} radius="lg" />
    <Skeleton height={76} radius="lg" />
  </Stack>
)
