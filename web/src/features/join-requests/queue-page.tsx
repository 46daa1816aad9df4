import type { JoinRequest } from '@kolosok/contract'
import { Button, SegmentedControl, Skeleton, Stack } from '@mantine/core'
import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { AcceptDialog } from './accept-dialog.tsx'
import classes from './join-requests.module.css'
import { queueQuery, type Side } from './queries.ts'
import { RefuseDialog } from './refuse-dialog.tsx'
import { RequestCard } from './request-card.tsx'
import { t } from './texts.ts'

const sides = ['requested', 'decided'] as const satisfies Side[]
type Deciding = { readonly request: JoinRequest; readonly action: 'accept' | 'refuse' }

/** Who asks to be let in, and what was decided before. */
export function QueuePage() {
  const { id, code } = useOrganization()
  const [side, setSide] = useState<Side>('requested')
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const query = useInfiniteQuery(queueQuery(id, side))
  const dialog = deciding && { organizationId: id, request: deciding.request, onClose: () => setDeciding(null) }
  return (
    <OrganizationPage title={t('queue.title')} lead={t('queue.lead', { code })}>
      <SegmentedControl
        size="md"
        aria-label={t('queue.filter')}
        value={side}
        onChange={(value) => setSide(sides.find((one) => one === value) ?? 'requested')}
        data={sides.map((value) => ({ value, label: t(`queue.${value}`) }))}
      />
      <Requests query={query} side={side} onDecide={setDeciding} />
      {dialog && deciding.action === 'accept' && <AcceptDialog {...dialog} />}
      {dialog && deciding.action === 'refuse' && <RefuseDialog {...dialog} />}
    </OrganizationPage>
  )
}

type RequestsProps = {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly requests: JoinRequest[] }>>
  readonly side: Side
  readonly onDecide: (deciding: Deciding) => void
}

function Requests({ query, side, onDecide }: RequestsProps) {
  const { code } = useOrganization()
  const requests = query.data?.pages.flatMap((page) => page.requests)
  return (
    <>
      {query.isPending && (
        <Stack gap={12} aria-hidden="true">
          <Skeleton height={170} radius="md" />
          <Skeleton height={170} radius="md" />
        </Stack>
      )}
      {query.isError && !query.data && (
        <ErrorState
          title={t('error.title')}
          text={t('error.text')}
          retry={t('error.retry')}
          onRetry={() => void query.refetch()}
        />
      )}
      {requests?.length === 0 && (
        <EmptyState title={t(`queue.empty.${side}`)} text={t(`queue.empty.${side}.text`, { code })} />
      )}
      {requests && requests.length > 0 && (
        <ul className={classes.list}>
          {requests.map((request) => (
            <RequestCard key={request.id} request={request} onDecide={(action) => onDecide({ request, action })} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
