import { type DataExportId, organizationDataEndpoints, type OrganizationId, pathOf } from '@kolosok/contract'
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ExportPart } from '#features/data-exports/index.ts'
import { newId } from '#lib/new-id.ts'
import { ErrorState } from '#ui/states.tsx'
import { exportsQuery, useAskForOrganization } from './queries.ts'
import { t } from './texts.ts'

/** Everything of the organization in one file, for whoever asks. */
export function OrganizationArchive({ organizationId }: { organizationId: OrganizationId }) {
  const query = useQuery(exportsQuery(organizationId))
  const ask = useAskForOrganization(organizationId)
  if (query.isError && !query.data) {
    return (
      <ErrorState
        title={t('load.title')}
        text={t('load.text')}
        retry={t('load.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  if (!query.data) return <Skeleton h={88} radius="lg" aria-label={t('loading')} />
  const [last] = query.data.exports
  return (
    <ExportPart
      title={t('archive.title')}
      text={t('archive.text')}
      last={last ?? null}
      href={last?.isOwn ? pathOf(organizationDataEndpoints.content, { organizationId, dataExportId: last.id }) : null}
      notOwn={t('archive.not-own', { name: last?.askedBy ?? '' })}
      ask={{ isPending: ask.isPending, error: ask.error, start: () => ask.mutate(newId() as DataExportId) }}
    />
  )
}
