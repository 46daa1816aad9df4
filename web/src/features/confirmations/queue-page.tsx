import type { Confirmation } from '@kolosok/contract'
import { Button, SegmentedControl, Skeleton, Stack } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { isProblem } from '#lib/api.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import classes from './confirmations.module.css'
import { type Action, DecideDialog } from './decide-dialog.tsx'
import { confirmationsQuery, type Side } from './queries.ts'
import { RequestCard } from './request-card.tsx'
import { t } from './texts.ts'

const sides = ['requested', 'decided'] as const satisfies Side[]

/** Who waits to be confirmed, and what was decided before. */
export function QueuePage() {
  const { id } = useOrganization()
  const [side, setSide] = useState<Side>('requested')
  const [deciding, setDeciding] = useState<{ request: Confirmation; action: Action } | null>(null)
  const query = useInfiniteQuery(confirmationsQuery(id, side))
  const requests = query.data?.pages.flatMap((page) => page.confirmations)
  const isForbidden = isProblem(query.error, 'forbidden')

  return (
    <OrganizationPage title={t('title')} lead={t('lead')}>
      <SegmentedControl
        mb="md"
        size="md"
        aria-label={t('filter')}
        value={side}
        onChange={(value) => setSide(sides.find((one) => one === value) ?? 'requested')}
        data={sides.map((value) => ({ value, label: t(`filter.${value}`) }))}
      />
      {query.isPending && (
        <Stack gap={12} aria-hidden="true">
          <Skeleton height={170} radius="md" />
          <Skeleton height={170} radius="md" />
        </Stack>
      )}
      {query.isError && !query.data && (
        <ErrorState
          title={t('error.title')}
          text={t(isForbidden ? 'error.hidden' : 'error.text')}
          retry={t('error.retry')}
          onRetry={() => void query.refetch()}
        />
      )}
      {requests?.length === 0 && <EmptyState title={t(`empty.${side}.title`)} text={t(`empty.${side}.text`)} />}
      {requests && requests.length > 0 && (
        <ul className={classes.list}>
          {requests.map((request) => (
            <RequestCard key={request.id} request={request} onDecide={(action) => setDeciding({ request, action })} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button variant="default" mt="md" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {deciding && <DecideDialog organizationId={id} {...deciding} onClose={() => setDeciding(null)} />}
    </OrganizationPage>
  )
}
