import type { Incident, OrganizationId } from '@kolosok/contract'
import { Button, Skeleton, Stack } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useIsClosed } from '#lib/current-organization.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { IncidentCard } from './incident-card.tsx'
import { IncidentEditor } from './incident-editor.tsx'
import { incidentsQuery } from './queries.ts'
import { t } from './texts.ts'

export function IncidentList({ organizationId }: { organizationId: OrganizationId | null }) {
  const query = useInfiniteQuery(incidentsQuery(organizationId))
  const isClosed = useIsClosed(organizationId)
  const [editing, setEditing] = useState<Incident | null>(null)
  if (query.isPending) return <Skeleton h={160} radius="lg" aria-label={t('loading')} />
  if (query.isError && !query.data) {
    return (
      <ErrorState
        title={t('error.title')}
        text={t('error.text')}
        retry={t('error.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  const incidents = query.data.pages.flatMap((page) => page.incidents)
  return (
    <Stack>
      {incidents.length === 0 && <EmptyState title={t('none')} text={t('none.text')} />}
      {incidents.map((incident) => (
        <IncidentCard key={incident.id} incident={incident} onEdit={isClosed ? null : () => setEditing(incident)} />
      ))}
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {editing && (
        <IncidentEditor organizationId={organizationId} incident={editing} onClose={() => setEditing(null)} />
      )}
    </Stack>
  )
}
