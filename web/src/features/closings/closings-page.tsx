import { Button, Container, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Explained } from '#ui/help-mark.tsx'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { ClosingCard } from './closing-card.tsx'
import { closingsQuery } from './queries.ts'
import { t } from './texts.ts'

/** The operator's: which organizations leave, and until when they may come back. */
export function ClosingsPage() {
  const query = useInfiniteQuery(closingsQuery())
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
  const closings = query.data?.pages.flatMap((page) => page.closings)
  return (
    <Container size={720} py="lg">
      <Button
        component={Link}
        to="/operator"
        variant="subtle"
        ml={-18}
        leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
      >
        {t('list.back')}
      </Button>
      <Explained>
        <Title order={1} fz={26}>
          {t('list.title')}
        </Title>
      </Explained>
      <Text c="dimmed" mb="md">
        {t('list.lead')}
      </Text>
      <Stack gap="sm">
        {!closings && <Skeleton h={88} radius="lg" aria-label={t('loading')} />}
        {closings?.length === 0 && <EmptyState title={t('list.none')} text={t('list.none.text')} />}
        {closings?.map((closing) => (
          <ClosingCard key={closing.id} closing={closing} />
        ))}
        {query.hasNextPage && (
          <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
      </Stack>
    </Container>
  )
}
