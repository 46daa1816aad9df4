import { type Confirmation, MAX_TOGETHER } from '@kolosok/contract'
import { Button, SegmentedControl, Skeleton, Stack } from '@mantine/core'
import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { PickBar, usePicked } from '#features/deciding/index.ts'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { isProblem } from '#lib/api.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import classes from './confirmations.module.css'
import { DecideDialog } from './decide-dialog.tsx'
import type { Action } from './reason-dialog.tsx'
import { DecideMany } from './decide-many.tsx'
import { confirmationsQuery, type Side } from './queries.ts'
import { RequestCard } from './request-card.tsx'
import { t } from './texts.ts'

const sides = ['requested', 'decided'] as const satisfies Side[]

type Deciding = { readonly request: Confirmation; readonly action: Action }
type Many = { readonly requests: readonly Confirmation[]; readonly decision: 'confirm' | 'refuse' }

/** Who waits to be confirmed, and what was decided before. */
export function QueuePage() {
  const { id } = useOrganization()
  const [side, setSide] = useState<Side>('requested')
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const [many, setMany] = useState<Many | null>(null)
  const query = useInfiniteQuery(confirmationsQuery(id, side))
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
      {query.data ? (
        <Requests
          side={side}
          requests={query.data.pages.flatMap((page) => page.confirmations)}
          onDecide={setDeciding}
          onDecideMany={setMany}
        />
      ) : (
        <NotYet query={query} />
      )}
      {query.hasNextPage && (
        <Button variant="default" mt="md" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {many && <DecideMany organizationId={id} {...many} onClose={() => setMany(null)} />}
      {deciding && <DecideDialog organizationId={id} {...deciding} onClose={() => setDeciding(null)} />}
    </OrganizationPage>
  )
}

function NotYet({ query }: { query: UseInfiniteQueryResult }) {
  if (query.isPending) {
    return (
      <Stack gap={12} aria-hidden="true">
        <Skeleton height={170} radius="md" />
        <Skeleton height={170} radius="md" />
      </Stack>
    )
  }
  return (
    <ErrorState
      title={t('error.title')}
      text={t(isProblem(query.error, 'forbidden') ? 'error.hidden' : 'error.text')}
      retry={t('error.retry')}
      onRetry={() => void query.refetch()}
    />
  )
}

type RequestsProps = {
  readonly side: Side
  readonly requests: readonly Confirmation[]
  readonly onDecide: (deciding: Deciding) => void
  readonly onDecideMany: (many: Many) => void
}

function Requests({ side, requests, onDecide, onDecideMany }: RequestsProps) {
  const picked = usePicked(side === 'requested' ? requests.map(({ id }) => id) : [])
  if (requests.length === 0) return <EmptyState title={t(`empty.${side}.title`)} text={t(`empty.${side}.text`)} />
  const decideAll = (decision: Many['decision']) => {
    onDecideMany({ requests: requests.filter(({ id }) => picked.has(id)).slice(0, MAX_TOGETHER), decision })
  }
  return (
    <>
      <PickBar picked={picked}>
        <Button onClick={() => decideAll('confirm')}>{t('confirm')}</Button>
        <Button variant="default" onClick={() => decideAll('refuse')}>
          {t('refuse')}
        </Button>
      </PickBar>
      <ul className={classes.list}>
        {requests.map((request) => (
          <RequestCard
            key={request.id}
            request={request}
            onDecide={(action) => onDecide({ request, action })}
            {...(picked.shown.length > 1 && {
              isPicked: picked.has(request.id),
              onPick: () => picked.toggle(request.id),
            })}
          />
        ))}
      </ul>
    </>
  )
}
