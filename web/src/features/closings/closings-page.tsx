import { Button, Skeleton, Stack } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ColumnPage } from '#ui/column-page.tsx'
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
    <ColumnPage backTo="/operator" back={t('list.back')} title={t('list.title')} lead={t('list.lead')} width={720}>
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
    </ColumnPage>
  )
}
