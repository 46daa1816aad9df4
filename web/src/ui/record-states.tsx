import { Button, Skeleton, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { ErrorState } from './states.tsx'
import { t } from './records-texts.ts'

/** What of an infinite query a list is drawn by. */
type Query = {
  readonly isPending: boolean
  readonly data: unknown
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
  readonly refetch: () => unknown
}

type Props = {
  readonly query: Query
  readonly count: number
  /** What is said where there is nothing. */
  readonly empty: ReactNode
  readonly children: ReactNode
}

/** Around a list that comes by pages: a skeleton, an error with the way to try again, nothing, or rows and more. */
export function RecordStates({ query, count, empty, children }: Props) {
  if (query.isPending) {
    return (
      <Stack gap={10} aria-hidden="true">
        {Array.from({ length: 8 }, (_, row) => (
          <Skeleton key={row} height={56} radius="md" />
        ))}
      </Stack>
    )
  }
  if (query.data === undefined) {
    return (
      <ErrorState
        title={t('error.title')}
        text={t('error.text')}
        retry={t('error.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  }
  if (count === 0) return empty
  return (
    <>
      {children}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
