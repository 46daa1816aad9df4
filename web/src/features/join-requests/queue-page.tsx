import { type JoinRequest, MAX_TOGETHER, type OrganizationId, type QueueSort } from '@kolosok/contract'
import { Button, SegmentedControl } from '@mantine/core'
import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { PickedBar } from '#ui/picked-bar.tsx'
import { firstOrder } from '#ui/queue-order.ts'
import { RecordStates } from '#ui/record-states.tsx'
import { Records } from '#ui/records.tsx'
import { EmptyState } from '#ui/states.tsx'
import { TakeMenu } from '#ui/take-menu.tsx'
import { usePicked } from '#ui/use-picked.ts'
import { AcceptDialog } from './accept-dialog.tsx'
import { AcceptMany } from './accept-many.tsx'
import { queueQuery, type Side } from './queries.ts'
import { RefuseDialog } from './refuse-dialog.tsx'
import { RefuseMany } from './refuse-many.tsx'
import { requestColumns } from './request-columns.tsx'
import { collectRequests } from './take-requests.ts'
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
  const organization = useOrganization()
  const { id, code } = organization
  const [side, setSide] = useState<Side>('requested')
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const [sort, setSort] = useState<QueueSort | null>(null)
  const order = sort ?? firstOrder(side)
  const query = useInfiniteQuery(queueQuery(id, side, order))
  return (
    <OrganizationPage
      title={t('queue.title')}
      lead={t('queue.lead', { code })}
      actions={<TakeMenu collect={() => collectRequests(organization, { state: side, sort: order })} />}
    >
      <SegmentedControl
        size="md"
        aria-label={t('queue.filter')}
        value={side}
        onChange={(value) => {
          setSide(sides.find((one) => one === value) ?? 'requested')
          setSort(null)
        }}
        data={sides.map((value) => ({ value, label: t(`queue.${value}`) }))}
      />
      <Requests query={query} side={side} order={order} onOrder={setSort} onDecide={setDeciding} />
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
  readonly order: QueueSort
  readonly onOrder: (order: QueueSort) => void
  readonly onDecide: (deciding: Deciding) => void
}

function Requests({ query, side, order, onOrder, onDecide }: RequestsProps) {
  const { code } = useOrganization()
  const requests = query.data?.pages.flatMap((page) => page.requests) ?? []
  const picked = usePicked(side === 'requested' ? requests.map(({ id }) => id) : [])
  const count = Math.min(picked.ids.size, MAX_TOGETHER)
  const decideAll = (action: Deciding['action']) => {
    const [first, ...others] = requests.filter(({ id }) => picked.ids.has(id)).slice(0, MAX_TOGETHER)
    if (first) onDecide({ requests: [first, ...others], isMany: true, action })
  }
  const empty = <EmptyState title={t(`queue.empty.${side}`)} text={t(`queue.empty.${side}.text`, { code })} />
  return (
    <>
      {/* Where one is left, it is decided in its row. */}
      {requests.length > 1 && (
        <PickedBar picked={picked}>
          <Button onClick={() => decideAll('accept')}>{t('many.accept', { count })}</Button>
          <Button variant="default" onClick={() => decideAll('refuse')}>
            {t('many.refuse', { count })}
          </Button>
        </PickedBar>
      )}
      <RecordStates query={query} count={requests.length} empty={empty}>
        <Records
          label={t('queue.title')}
          rows={requests}
          columns={requestColumns((request, action) => onDecide({ requests: [request], isMany: false, action }))}
          idOf={({ id }) => id}
          nameOf={({ fullName }) => fullName}
          order={order}
          onOrder={onOrder}
          picked={side === 'requested' && requests.length > 1 ? picked : undefined}
        />
      </RecordStates>
    </>
  )
}
