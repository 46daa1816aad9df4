import type { Confirmation, OrganizationId } from '@kolosok/contract'
import { Alert, Button, Stack } from '@mantine/core'
import { IconHourglass } from '@tabler/icons-react'
import { formatMoment } from '#lib/dates.ts'
import { EmptyState } from '#ui/states.tsx'
import { useDecide } from './queries.ts'
import { t } from './texts.ts'

export function OwnRequest({ organizationId, request }: { organizationId: OrganizationId; request: Confirmation }) {
  const withdraw = useDecide(organizationId, 'withdraw')
  return (
    <EmptyState
      isPage
      icon={<IconHourglass size={44} stroke={1.5} color="var(--wheat-ink)" />}
      title={t('mine.requested.title')}
      text={t('mine.requested.text', { date: formatMoment(request.requestedAt) })}
      action={
        <Stack>
          <Button
            variant="default"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ id: request.id, text: '' })}
          >
            {t('mine.take-back')}
          </Button>
          {withdraw.isError && (
            <Alert color="red" role="alert">
              {t('error.failed')}
            </Alert>
          )}
        </Stack>
      }
    />
  )
}
