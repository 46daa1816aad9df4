import { Skeleton, Stack } from '@mantine/core'
import { ErrorState } from '#ui/states.tsx'
import { t } from './texts.ts'

export const ListLoading = () => (
  <Stack gap="xs" aria-label={t('loading')} role="status">
    <Skeleton height={76} radius="lg" />
    <Skeleton height={76} radius="lg" />
    <Skeleton height={76} radius="lg" />
  </Stack>
)

export const LoadingFailed = ({ onRetry }: { onRetry: () => void }) => (
  <ErrorState title={t('error.title')} text={t('error.text')} retry={t('error.retry')} onRetry={onRetry} />
)
