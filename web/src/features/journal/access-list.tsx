import { type AccessEntry, accessEndpoints, type OrganizationId } from '@kolosok/contract'
import { Button, List, Skeleton, Stack, Text } from '@mantine/core'
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { formatMoment } from '#lib/dates.ts'
import { ErrorState } from '#ui/states.tsx'
import { t } from './access-texts.ts'

/** Of one organization; null: about oneself and one's children. */
const accessesQuery = (organizationId: OrganizationId | null) =>
  infiniteQueryOptions({
    queryKey: ['accesses', organizationId],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? {} : { before: pageParam }
      return organizationId === null
        ? call(accessEndpoints.own, { query }, signal)
        : call(accessEndpoints.list, { params: { organizationId }, query }, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

/** Who looked at whose data, newest first. */
export function AccessList({ organizationId }: { organizationId: OrganizationId | null }) {
  const query = useInfiniteQuery(accessesQuery(organizationId))
  if (query.isPending) return <Skeleton h={88} radius="lg" aria-label={t('loading')} />
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
  const entries = query.data.pages.flatMap((page) => page.entries)
  return (
    <Stack align="flex-start" gap="sm">
      {entries.length === 0 && <Text c="dimmed">{t('none')}</Text>}
      <List listStyleType="none" spacing="sm" w="100%">
        {entries.map((entry) => (
          <List.Item key={entry.id} style={{ overflowWrap: 'anywhere' }}>
            {sayEntry(entry)}
            <Text fz="sm" c="dimmed">
              {organizationId === null ? `${formatMoment(entry.at)} · ${entry.organization}` : formatMoment(entry.at)}
            </Text>
          </List.Item>
        ))}
      </List>
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Stack>
  )
}

const sayEntry = ({ kind, reader, about }: AccessEntry): string =>
  t(`kind.${kind}`, { reader: reader || t('unknown'), about: about || t('unknown') })
