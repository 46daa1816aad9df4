import {
  organizationId,
  type OrganizationId,
  type QueuedTicket,
  type TicketId,
  type TicketPage,
  ticketSide,
  type TicketSide,
} from '@kolosok/contract'
import { Button, NativeSelect, Stack, Tabs } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import { z } from 'zod'
import { formatRecent } from '#lib/dates.ts'
import { useFilter } from '#lib/use-filter.ts'
import { Filters } from '#ui/filters.tsx'
import { EmptyState } from '#ui/states.tsx'
import { ListLoading, LoadingFailed } from './list-states.tsx'
import { queueQuery } from './queries.ts'
import { TicketStateBadge } from './state.tsx'
import { t } from './texts.ts'
import classes from './tickets.module.css'

const filterOf = z.object({
  side: ticketSide.optional(),
  holder: z.enum(['me', 'nobody']).optional(),
  q: z.string().max(100).optional(),
  organizationId: organizationId.optional(),
})

type LinkProps = { readonly className: string | undefined; readonly children: ReactNode }
type Props = {
  readonly desk: OrganizationId | 'platform'
  readonly linkTo: (id: TicketId, props: LinkProps) => ReactElement
}

/** The list of one desk: by how it stands, who has it, and by words. */
export function Queue({ desk, linkTo }: Props) {
  const [filter, setFilter] = useFilter(filterOf)
  const side = filter.side ?? 'new'
  const queue = useInfiniteQuery(queueQuery(desk, { ...filter, side }))
  const choose = (value: string | null) => setFilter({ ...filter, side: ticketSide.safeParse(value).data })
  return (
    <Tabs value={side} onChange={choose}>
      <Tabs.List className={classes.tabs} aria-label={t('queue.title')}>
        {ticketSide.options.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {titleOf(one, queue.data?.pages[0]?.counts)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={side} pt="md">
        <Stack gap="sm">
          <Narrowing filter={filter} onChange={setFilter} />
          <Listing queue={queue} side={side} isNarrowed={Boolean(filter.q ?? filter.holder ?? filter.organizationId)}>
            {(ticket) =>
              linkTo(ticket.id, {
                className: classes.row,
                children: <Row ticket={ticket} isOperator={desk === 'platform'} />,
              })
            }
          </Listing>
        </Stack>
      </Tabs.Panel>
    </Tabs>
  )
}

type Filter = z.output<typeof filterOf>

function Narrowing({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  return (
    <>
      <Filters
        search={{ label: t('queue.search'), value: filter.q ?? '', onChange: (q) => onChange({ ...filter, q }) }}
        narrowing={filter.holder ? 1 : 0}
        onClear={() => onChange({ side: filter.side })}
      >
        <NativeSelect
          size="md"
          label={t('queue.holder')}
          value={filter.holder ?? ''}
          data={[
            { value: '', label: t('queue.holder.all') },
            { value: 'me', label: t('queue.holder.me') },
            { value: 'nobody', label: t('queue.holder.nobody') },
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...filter, holder: value === 'me' || value === 'nobody' ? value : undefined })
          }
        />
      </Filters>
      {filter.organizationId && (
        <div className={classes.only}>
          {t('queue.only')}
          <Button variant="subtle" onClick={() => onChange({ ...filter, organizationId: undefined })}>
            {t('queue.only.clear')}
          </Button>
        </div>
      )}
    </>
  )
}

type ListingProps = {
  readonly queue: UseInfiniteQueryResult<InfiniteData<TicketPage>>
  readonly side: TicketSide
  readonly isNarrowed: boolean
  readonly children: (ticket: QueuedTicket) => ReactElement
}

function Listing({ queue, side, isNarrowed, children }: ListingProps) {
  const tickets = queue.data?.pages.flatMap((page) => page.tickets) ?? []
  if (queue.isPending) return <ListLoading />
  if (queue.isError) return <LoadingFailed onRetry={() => void queue.refetch()} />
  if (tickets.length === 0) return <Nothing side={side} isNarrowed={isNarrowed} />
  return (
    <>
      <ul className={classes.list}>
        {tickets.map((ticket) => (
          <li key={ticket.id}>{children(ticket)}</li>
        ))}
      </ul>
      {queue.hasNextPage && (
        <Button variant="light" loading={queue.isFetchingNextPage} onClick={() => void queue.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </>
  )
}

function titleOf(side: TicketSide, counts: TicketPage['counts'] | undefined): string {
  const title = t(`queue.side.${side}`)
  if (!counts || side === 'solved' || side === 'passed') return title
  return t('queue.side.counted', { side: title, count: counts[side] })
}

function Row({ ticket, isOperator }: { ticket: QueuedTicket; isOperator: boolean }) {
  const { number, subject, askerName, organizationName, assignee, state, stars, changedAt } = ticket
  const facts = [
    t('number', { number }),
    askerName,
    ...(isOperator && organizationName !== '' ? [organizationName] : []),
    ...(assignee ? [`${t('assign.label')}: ${assignee.name}`] : []),
    ...(stars === null ? [] : [t('rate.given', { stars })]),
  ]
  return (
    <>
      <div className={classes.grow}>
        <div className={classes.subject}>{subject}</div>
        <div className={classes.muted}>{facts.join(' · ')}</div>
        <div className={classes.badges}>
          <TicketStateBadge state={state} isDesk />
        </div>
      </div>
      <time className={classes.muted} dateTime={changedAt}>
        {formatRecent(changedAt)}
      </time>
    </>
  )
}

function Nothing({ side, isNarrowed }: { side: TicketSide; isNarrowed: boolean }) {
  if (isNarrowed) return <EmptyState title={t('queue.nothing')} />
  if (side !== 'new') return <EmptyState title={t('queue.empty')} />
  return <EmptyState icon={<IconInbox size={40} />} title={t('queue.empty.new')} text={t('queue.empty.new.text')} />
}
