import { Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isProblem } from '#lib/api.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { t } from './texts.ts'

type Props<T> = { readonly query: UseQueryResult<T>; readonly children: (data: T) => ReactNode }

/** A skeleton, an error with the way to try again, or what has been loaded. */
export function PageState<T>({ query, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data)
  if (isProblem(query.error, 'not-found')) return <EmptyState title={t('problem.not-found')} />
  if (query.isError) {
    return (
      <ErrorState
        title={t('error.title')}
        text={t('error.text')}
        retry={t('error.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  return (
    <Stack gap={12} aria-hidden="true">
      <Skeleton height={160} radius="md" />
      <Skeleton height={220} radius="md" />
    </Stack>
  )
}
