import { type JoinRequest, MAX_TOGETHER, type OrganizationId } from '@kolosok/contract'
import { Button, SegmentedControl, Skeleton, Stack } from '@mantine/core'
import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { PickBar, usePicked } from '#features/deciding/index.ts'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { AcceptDialog } from './accept-dialog.tsx'
import { AcceptMany } from './accept-many.tsx'
import classes from './join-requests.module.css'
import { queueQuery, type Side } from './queries.ts'
import { RefuseDialog } from './refuse-dialog.tsx'
import { RefuseMany } from './refuse-many.tsx'
import { RequestCard } from './request-card.tsx'
import { t } from './texts.ts'

const sides = ['requested', 'decided'] as const satisfies Side[]
type Deciding = {
  /** One from its card, or those that are picked. */
  readonly requests: readonly [JoinRequest, ...JoinRequest[]]
  readonly isMany: boolean
  readonly action: 'accept' | 'refuse'
}

/** Who asks to be let in, and what was decided before. */
export function QueuePage() {
  const { id, code } = useOrganization()
  const [side, setSide] = useState<Side>('requested')
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const query = useInfiniteQuery(queueQuery(id, side))
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
      {deciding && <Dialog organizationId={id} deciding={deciding} onClose={() => setDeciding(null)} />}
    </OrganizationPage>
  )
}

type DialogProps = {
  readonly organizationId: OrganizationId
  readonly deciding: Deciding
  readonly onClose: () => void
}

function Dialog({ deciding: { requests, isMany, action }, ...rest }: DialogProps) {
  if (isMany) {
    const Many = action === 'accept' ? AcceptMany : RefuseMany
    return <Many requests={requests} {...rest} />
  }
  const One = action === 'accept' ? AcceptDialog : RefuseDialog
  return <One request={requests[0]} {...rest} />
}

type RequestsProps = {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly requests: JoinRequest[] }>>
  readonly side: Side
  readonly onDecide: (deciding: Deciding) => void
}

function Requests({ query, side, onDecide }: RequestsProps) {
  const { code } = useOrganization()
  const requests = query.data?.pages.flatMap((page) => page.requests)
  const isWaiting = side === 'requested'
  const picked = usePicked(isWaiting ? (requests ?? []).map(({ id }) => id) : [])
  const decideAll = (action: Deciding['action']) => {
    const [first, ...others] = (requests ?? []).filter(({ id }) => picked.has(id)).slice(0, MAX_TOGETHER)
    if (first) onDecide({ requests: [first, ...others], isMany: true, action })
  }
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
      <PickBar picked={picked}>
        <Button onClick={() => decideAll('accept')}>{t('accept')}</Button>
        <Button variant="default" onClick={() => decideAll('refuse')}>
          {t('refuse')}
        </Button>
      </PickBar>
      {requests && requests.length > 0 && (
        <ul className={classes.list}>
          {requests.map((request) => (
            <RequestCard
              key={request.id}
              request={request}
              onDecide={(action) => onDecide({ requests: [request], isMany: false, action })}
              {...(picked.shown.length > 1 && {
                isPicked: picked.has(request.id),
                onPick: () => picked.toggle(request.id),
              })}
            />
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
