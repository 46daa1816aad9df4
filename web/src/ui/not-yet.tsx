import { Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { isProblem } from '#lib/api.ts'
import { ErrorState, Gone } from './states.tsx'
import { t } from './texts.ts'

type Props = {
  readonly query: Pick<UseQueryResult, 'data' | 'isPending' | 'error' | 'refetch'>
  /** What it means that there is none, where that can be. */
  readonly hidden?: string
}

/** What stands where nothing has come yet: that it is coming, or why it did not. */
export function NotYet({ query: { data, isPending, error, refetch }, hidden }: Props) {
  if (data !== undefined) return null
  if (isPending) {
    return (
      <Stack gap={12} role="status" aria-label={t('loading')}>
        <Skeleton height={140} radius="lg" />
        <Skeleton height={140} radius="lg" />
      </Stack>
    )
  }
  if (isProblem(error, 'not-found') || isProblem(error, 'forbidden')) return <Gone text={hidden ?? t('gone.text')} />
  return (
    <ErrorState title={t('load.title')} text={t('load.text')} retry={t('load.retry')} onRetry={() => void refetch()} />
  )
}
