import { retentionEndpoints } from '@kolosok/contract'
import { Group, Paper, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { ColumnPage } from '#ui/column-page.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { ErrorState } from '#ui/states.tsx'
import { t } from './texts.ts'

/** How long each kind of data is kept, and how much the next run takes away. */
export function RetentionPage() {
  const query = useQuery({
    queryKey: ['retention'],
    queryFn: ({ signal }) => call(retentionEndpoints.preview, {}, signal),
  })
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
  return (
    <ColumnPage backTo="/operator/backups" back={t('back')} title={t('title')} lead={t('intro')}>
      <Stack gap="sm">
        {!query.data && <Skeleton h={88} radius="lg" aria-label={t('loading')} />}
        {query.data?.kinds.map(({ kind, keptDays, count }) => (
          <Paper key={kind} withBorder radius="lg" p="md">
            <Group justify="space-between" align="flex-start" gap="xs">
              <Text fw={600} style={{ flex: '1 1 200px' }}>
                {t(`kind.${kind}`)}
              </Text>
              <StateBadge tone={count > 0 ? 'waiting' : 'quiet'}>
                {count > 0 ? `${t('next')}: ${t('count', { count })}` : t('nothing')}
              </StateBadge>
            </Group>
            <Text size="sm" c="dimmed">
              {t('kept', { days: keptDays, since: t(`since.${kind}`) })}
            </Text>
          </Paper>
        ))}
      </Stack>
    </ColumnPage>
  )
}
