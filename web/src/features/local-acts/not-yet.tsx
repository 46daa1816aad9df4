import { Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { isProblem } from '#lib/api.ts'
import { ErrorState } from '#ui/states.tsx'
import { t } from './texts.ts'

type Query = Pick<UseQueryResult, 'data' | 'isPending' | 'error' | 'refetch'>

/** What stands where nothing has come yet: that it is coming, or why it did not. */
export function NotYet({ query: { data, isPending, error, refetch } }: { query: Query }) {
  if (data !== undefined) return null
  if (isPending) {
    return (
      <Stack gap={12} role="status" aria-label={t('loading')}>
        <Skeleton height={84} radius="lg" />
        <Skeleton height={84} radius="lg" />
      </Stack>
    )
  }
  return (
    <ErrorState
      title={t('error.title')}
      text={t(isProblem(error, 'not-found') ? 'error.hidden' : 'error.text')}
      retry={t('error.retry')}
      onRetry={() => void refetch()}
    />
  )
}
