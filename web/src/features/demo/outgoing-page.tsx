import { Anchor, Badge, Card, Container, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { locale } from '#lib/i18n.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { demoOutgoingQuery } from './queries.ts'
import { t } from './texts.ts'

const time = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })

/** «Исходящие»: what would have gone out by mail and SMS, newest first. */
export function OutgoingPage() {
  const outgoing = useQuery(demoOutgoingQuery())
  return (
    <Container component="main" size="sm" py="xl">
      <Stack gap="md">
        <Anchor href="/demo">{t('back')}</Anchor>
        <Title order={1} fz={28}>
          {t('outgoing.title')}
        </Title>
        <Text c="dimmed">{t('outgoing.intro')}</Text>
        {outgoing.isPending && <Skeleton height={160} radius="xl" />}
        {outgoing.isError && (
          <ErrorState
            title={t('error.title')}
            text={t('error.text')}
            retry={t('error.retry')}
            onRetry={() => void outgoing.refetch()}
          />
        )}
        {outgoing.data?.messages.length === 0 && (
          <EmptyState title={t('outgoing.empty')} text={t('outgoing.empty.text')} />
        )}
        {outgoing.data?.messages.map((message, index) => (
          <Card key={`${message.at} ${String(index)}`} withBorder radius="lg" component="article">
            <Group justify="space-between" mb={4}>
              <Group gap="xs">
                <Badge variant="light">{t(`outgoing.${message.kind}`)}</Badge>
                <Text fw={600}>{message.to}</Text>
              </Group>
              <Text c="dimmed" fz="sm">
                {time.format(new Date(message.at))}
              </Text>
            </Group>
            {message.subject !== '' && <Text fw={600}>{message.subject}</Text>}
            <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{message.text}</Text>
          </Card>
        ))}
      </Stack>
    </Container>
  )
}
