import { Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isProblem } from '#lib/api.ts'
import { ErrorState, Gone } from '#ui/states.tsx'
import { t } from './texts.ts'

type Props<T> = { query: UseQueryResult<T>; rows?: number; children: (data: T) => ReactNode }

/** Skeleton, error with retry, or what has been loaded. */
export function Loaded<T>({ query, rows = 5, children }: Props<T>) {
  if (query.isPending) {
    return (
      <Stack gap={10} aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} height={52} radius="md" />
        ))}
      </Stack>
    )
  }
  if (query.isError && query.data === undefined) {
    if (isProblem(query.error, 'not-found')) return <Gone text={t('problem.not-found')} />
    return (
      <ErrorState
        title={t('error.title')}
        text={t('error.text')}
        retry={t('error.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  return children(query.data as T)
}
