import { Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { ErrorState } from '#ui/states.tsx'
import { t } from './texts.ts'

/** While there is nothing to show, or nothing could be loaded. */
export function NotYet({ query }: { query: Pick<UseQueryResult, 'data' | 'isPending' | 'refetch'> }) {
  if (query.data !== undefined) return null
  if (query.isPending) {
    return (
      <Stack gap={10} aria-hidden="true">
        {[1, 2, 3].map((row) => (
          <Skeleton key={row} height={96} radius="lg" />
        ))}
      </Stack>
    )
  }
  return (
    <ErrorState
      title={t('error.title')}
      text={t('error.text')}
      retry={t('error.retry')}
      onRetry={() => void query.refetch()}
    />
  )
}
