import type { IncomingLetter, Mailbox } from '@kolosok/contract'
import { Button, SegmentedControl, Title } from '@mantine/core'
import { IconArrowLeft, IconMail } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatRecent } from '#lib/dates.ts'
import { LetterState } from '#ui/letter-state.tsx'
import { EmptyState } from '#ui/states.tsx'
import { ListLoading, LoadingFailed } from './list-states.tsx'
import { MailboxState } from './mailbox-state.tsx'
import { lettersQuery } from './queries.ts'
import { t } from './texts.ts'
import classes from './tickets.module.css'

/** What has come by mail, and what became of it. */
export function LettersPage() {
  const [shown, setShown] = useState('all')
  const query = useInfiniteQuery(lettersQuery(shown === 'refused'))
  const letters = query.data?.pages.flatMap((page) => page.letters) ?? []
  return (
    <div className={classes.page} data-wide>
      <Button
        component={Link}
        to="/operator/tickets"
        variant="subtle"
        leftSection={<IconArrowLeft size={18} />}
        w="fit-content"
      >
        {t('back')}
      </Button>
      <div>
        <Title order={1} fz={26}>
          {t('letters.title')}
        </Title>
        {query.data?.pages[0] && <Lead {...query.data.pages[0]} />}
      </div>
      <SegmentedControl
        size="md"
        aria-label={t('letters.shown')}
        value={shown}
        onChange={setShown}
        data={[
          { value: 'all', label: t('letters.all') },
          { value: 'refused', label: t('letters.refused') },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      {query.isPending && <ListLoading />}
      {query.isError && <LoadingFailed onRetry={() => void query.refetch()} />}
      {query.data && letters.length === 0 && <EmptyState icon={<IconMail size={40} />} title={t('letters.empty')} />}
      {letters.length > 0 && (
        <ul className={classes.list}>
          {letters.map((letter) => (
            <Row key={letter.id} letter={letter} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button variant="light" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </div>
  )
}

type Addresses = {
  readonly address: string | null
  readonly applicationsAddress: string | null
  readonly mailbox: Mailbox | null
}

function Lead({ address, applicationsAddress, mailbox }: Addresses) {
  return (
    <>
      <p className={classes.lead}>{address === null ? t('letters.lead.off') : t('letters.lead', { address })}</p>
      {applicationsAddress !== null && (
        <p className={classes.lead}>{t('letters.lead.applications', { address: applicationsAddress })}</p>
      )}
      {mailbox && <MailboxState mailbox={mailbox} />}
    </>
  )
}

function Row({ letter }: { letter: IncomingLetter }) {
  const { subject, sender, outcome, ticket, at, link } = letter
  const became = t(`letters.outcome.${outcome}`, { number: ticket?.number ?? 0 })
  return (
    <li className={classes.row}>
      <div className={classes.grow}>
        <div className={classes.subject}>{subject === '' ? t('letters.no-subject') : subject}</div>
        <div className={classes.muted}>{sender === '' ? t('letters.no-sender') : sender}</div>
        <div>
          {ticket ? (
            <Link to="/operator/tickets/$ticketId" params={{ ticketId: ticket.id }} className={classes.link}>
              {became}
            </Link>
          ) : (
            became
          )}
        </div>
        {link && <LetterState letter={link} />}
      </div>
      <time className={classes.muted} dateTime={at}>
        {formatRecent(at)}
      </time>
    </li>
  )
}
