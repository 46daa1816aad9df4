import { type Confirmation, MAX_TOGETHER, type QueueSort } from '@kolosok/contract'
import { Button, SegmentedControl } from '@mantine/core'
import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { isProblem } from '#lib/api.ts'
import { PickedBar } from '#ui/picked-bar.tsx'
import { firstOrder } from '#ui/queue-order.ts'
import { RecordStates } from '#ui/record-states.tsx'
import { Records } from '#ui/records.tsx'
import { EmptyState } from '#ui/states.tsx'
import { TakeMenu } from '#ui/take-menu.tsx'
import { usePicked } from '#ui/use-picked.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { DecideMany } from './decide-many.tsx'
import { confirmationsQuery, type Side } from './queries.ts'
import type { Action } from './reason-dialog.tsx'
import { requestColumns } from './request-columns.tsx'
import { collectRequests } from './take-requests.ts'
import { t } from './texts.ts'

const sides = ['requested', 'decided'] as const satisfies Side[]

type Deciding = { readonly request: Confirmation; readonly action: Action }
type Many = { readonly requests: readonly Confirmation[]; readonly decision: 'confirm' | 'refuse' }

/** Who waits to be confirmed, and what was decided before. */
export function QueuePage() {
  const organization = useOrganization()
  const { id, closing } = organization
  const [side, setSide] = useState<Side>('requested')
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const [many, setMany] = useState<Many | null>(null)
  const [sort, setSort] = useState<QueueSort | null>(null)
  const order = sort ?? firstOrder(side)
  const query = useInfiniteQuery(confirmationsQuery(id, side, order))
  return (
    <OrganizationPage
      title={t('title')}
      lead={t('lead')}
      actions={<TakeMenu collect={() => collectRequests(organization, { state: side, sort: order })} />}
    >
      <SegmentedControl
        mb="md"
        size="md"
        aria-label={t('filter')}
        value={side}
        onChange={(value) => {
          setSide(sides.find((one) => one === value) ?? 'requested')
          setSort(null)
        }}
        data={sides.map((value) => ({ value, label: t(`filter.${value}`) }))}
      />
      {isProblem(query.error, 'forbidden') ? (
        <EmptyState title={t('title')} text={t('error.hidden')} />
      ) : (
        <Requests
          query={query}
          side={side}
          order={order}
          onOrder={setSort}
          onDecide={closing === null ? setDeciding : null}
          onDecideMany={setMany}
        />
      )}
      {many && <DecideMany organizationId={id} {...many} onClose={() => setMany(null)} />}
      {deciding && <DecideDialog organizationId={id} {...deciding} onClose={() => setDeciding(null)} />}
    </OrganizationPage>
  )
}

type RequestsProps = {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly confirmations: Confirmation[] }>>
  readonly side: Side
  readonly order: QueueSort
  readonly onOrder: (order: QueueSort) => void
  /** Null where nothing is decided any more. */
  readonly onDecide: ((deciding: Deciding) => void) | null
  readonly onDecideMany: (many: Many) => void
}

function Requests({ query, side, order, onOrder, onDecide, onDecideMany }: RequestsProps) {
  const requests = query.data?.pages.flatMap((page) => page.confirmations) ?? []
  const picked = usePicked(side === 'requested' && onDecide ? requests.map(({ id }) => id) : [])
  const count = Math.min(picked.ids.size, MAX_TOGETHER)
  const decideAll = (decision: Many['decision']) => {
    onDecideMany({ requests: requests.filter(({ id }) => picked.ids.has(id)).slice(0, MAX_TOGETHER), decision })
  }
  const empty = <EmptyState title={t(`empty.${side}.title`)} text={t(`empty.${side}.text`)} />
  return (
    <>
      {/* Where one is left, it is decided in its row. */}
      {onDecide && requests.length > 1 && (
        <PickedBar picked={picked}>
          <Button onClick={() => decideAll('confirm')}>{t('many.confirm', { count })}</Button>
          <Button variant="default" onClick={() => decideAll('refuse')}>
            {t('many.refuse', { count })}
          </Button>
        </PickedBar>
      )}
      <RecordStates query={query} count={requests.length} empty={empty}>
        <Records
          label={t('title')}
          rows={requests}
          columns={requestColumns(onDecide && ((request, action) => onDecide({ request, action })))}
          idOf={({ id }) => id}
          nameOf={({ fullName }) => fullName}
          order={order}
          onOrder={onOrder}
          picked={side === 'requested' && onDecide && requests.length > 1 ? picked : undefined}
        />
      </RecordStates>
    </>
  )
}
