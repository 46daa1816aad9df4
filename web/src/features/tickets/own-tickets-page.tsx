import type { OwnTicket } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { IconLifebuoy } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { OwnReports } from '#features/message-reports/index.ts'
import { formatRecent } from '#lib/dates.ts'
import { EmptyState } from '#ui/states.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { HelpHead } from './help-head.tsx'
import { ListLoading, LoadingFailed } from './list-states.tsx'
import { ownTicketsQuery } from './queries.ts'
import { TicketStateBadge } from './state.tsx'
import { t } from './texts.ts'
import classes from './tickets.module.css'

/** What one has asked, and what became of it. */
export function OwnTicketsPage() {
  const own = useInfiniteQuery(ownTicketsQuery())
  const tickets = own.data?.pages.flatMap((page) => page.tickets) ?? []
  return (
    <div className={classes.page}>
      <HelpHead />
      {own.isPending && <ListLoading />}
      {own.isError && <LoadingFailed onRetry={() => void own.refetch()} />}
      {own.data && tickets.length === 0 && (
        <EmptyState icon={<IconLifebuoy size={40} />} title={t('help.empty.title')} text={t('help.empty.text')} />
      )}
      {tickets.length > 0 && (
        <section aria-label={t('help.own')}>
          <ul className={classes.list}>
            {tickets.map((ticket) => (
              <Row key={ticket.id} ticket={ticket} />
            ))}
          </ul>
        </section>
      )}
      {own.hasNextPage && (
        <Button variant="light" loading={own.isFetchingNextPage} onClick={() => void own.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
      <Suspense>
        <OwnReports />
      </Suspense>
    </div>
  )
}

function Row({ ticket }: { ticket: OwnTicket }) {
  const { id, number, subject, desk, organizationName, state, isUnread, changedAt } = ticket
  return (
    <li>
      <Link to="/help/$ticketId" params={{ ticketId: id }} className={classes.row}>
        <div className={classes.grow}>
          <div className={classes.subject} data-unread={isUnread || undefined}>
            {subject}
          </div>
          <div className={classes.muted}>
            {t('number', { number })} · {t(`desk.${desk}`, { organization: organizationName })}
          </div>
          <div className={classes.badges}>
            {isUnread ? <StateBadge tone="good">{t('unread')}</StateBadge> : <TicketStateBadge state={state} />}
          </div>
        </div>
        <time className={classes.muted} dateTime={changedAt}>
          {formatRecent(changedAt)}
        </time>
      </Link>
    </li>
  )
}
