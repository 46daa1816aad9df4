import { retentionEndpoints } from '@kolosok/contract'
import { Button, Container, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '#lib/api.ts'
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
    <Container size={640} py="lg">
      <Button
        component={Link}
        to="/operator/backups"
        variant="subtle"
        ml={-18}
        leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
      >
        {t('back')}
      </Button>
      <Title order={1} fz={26} mb="xs">
        {t('title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('intro')}
      </Text>
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
    </Container>
  )
}
