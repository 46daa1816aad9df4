import type { Ticket, TicketId } from '@kolosok/contract'
import { Button, Group, Title } from '@mantine/core'
import { useDocumentVisibility } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactElement, useEffect } from 'react'
import { isProblem } from '#lib/api.ts'
import { EmptyState } from '#ui/states.tsx'
import { Conversation } from './conversation.tsx'
import { DeskPanel } from './desk-panel.tsx'
import { ListLoading, LoadingFailed } from './list-states.tsx'
import { ticketQuery, useSetRead } from './queries.ts'
import { RateCard } from './rate-card.tsx'
import { TicketStateBadge } from './state.tsx'
import { t } from './texts.ts'
import classes from './tickets.module.css'
import { WriteForm } from './write-form.tsx'

type Props = { readonly id: TicketId; readonly backLink: ReactElement }

/** One conversation: what was said and done, and what one can do now. */
export function TicketView({ id, backLink }: Props) {
  const query = useInfiniteQuery(ticketQuery(id))
  const pages = query.data?.pages ?? []
  const [ticket] = pages
  useRead(ticket)
  if (query.isPending) {
    return (
      <div className={classes.page}>
        {backLink}
        <ListLoading />
      </div>
    )
  }
  if (!ticket) {
    const isMissing = isProblem(query.error, 'not-found')
    return (
      <div className={classes.page}>
        {backLink}
        {isMissing ? (
          <EmptyState isPage title={t('error.missing')} />
        ) : (
          <LoadingFailed onRetry={() => void query.refetch()} />
        )}
      </div>
    )
  }
  const entries = [...pages].reverse().flatMap((page) => page.entries)
  const isDesk = ticket.view === 'desk'
  return (
    <div className={classes.page} data-ticket>
      <Header ticket={ticket} backLink={backLink} />
      <div className={classes.columns} data-desk={isDesk || undefined}>
        {isDesk && <DeskPanel ticket={ticket} />}
        <div className={classes.talk}>
          {query.hasNextPage && (
            <Button variant="light" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('ticket.earlier')}
            </Button>
          )}
          <Conversation ticket={ticket} entries={entries} />
          {ticket.view === 'asker' && ticket.state === 'solved' && <RateCard ticket={ticket} />}
          <WriteForm ticket={ticket} />
        </div>
      </div>
    </div>
  )
}

function Header({ ticket, backLink }: { ticket: Ticket; backLink: ReactElement }) {
  const { subject, number, desk, organizationName, state, view } = ticket
  return (
    <Group wrap="nowrap" align="start" gap="xs">
      {backLink}
      <div className={classes.grow}>
        <Title order={1} fz={24}>
          {subject}
        </Title>
        <div className={classes.badges}>
          <TicketStateBadge state={state} isDesk={view === 'desk'} />
          <span className={classes.muted}>
            {t('number', { number })} · {t(`desk.${desk}`, { organization: organizationName })}
          </span>
        </div>
      </div>
    </Group>
  )
}

/** While the asker looks, what is there counts as read. */
function useRead(ticket: Ticket | undefined): void {
  const { mutate } = useSetRead(ticket?.id as TicketId)
  const isLookedAt = useDocumentVisibility() === 'visible'
  const seq = ticket?.view === 'asker' ? ticket.lastSeq : 0
  useEffect(() => {
    if (isLookedAt && seq > 0) mutate(seq)
  }, [isLookedAt, seq, mutate])
}
