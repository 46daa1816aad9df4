import type { AccountId, Ticket } from '@kolosok/contract'
import { Button, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowForwardUp, IconHandGrab } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '#lib/me.ts'
import { LetterState } from '#ui/letter-state.tsx'
import { PassDialog } from './pass-dialog.tsx'
import { sentenceOf } from './problems.ts'
import { useAssign, useSolve } from './queries.ts'
import { t } from './texts.ts'
import classes from './tickets.module.css'

const showProblem = (error: unknown) => notifications.show({ color: 'red', message: sentenceOf(error) })

/** Who asks, who answers, and where it could go. */
export function DeskPanel({ ticket }: { ticket: Ticket }) {
  const { abilities, state } = ticket
  const [isPassing, setPassing] = useState(false)
  const solve = useSolve(ticket.id)
  return (
    <aside className={classes.card} aria-label={t('about.title')}>
      <About ticket={ticket} />
      {ticket.letter && <LetterState letter={ticket.letter} />}
      <Stack gap="sm" mt="md">
        {abilities.assign && <Assignee ticket={ticket} />}
        {abilities.pass && (
          <Button variant="default" leftSection={<IconArrowForwardUp size={20} />} onClick={() => setPassing(true)}>
            {t(`pass.${abilities.pass}`)}
          </Button>
        )}
        {abilities.solve && state !== 'new' && (
          <Button
            variant="subtle"
            loading={solve.isPending}
            onClick={() => solve.mutate(undefined, { onError: showProblem })}
          >
            {t('solve.desk')}
          </Button>
        )}
      </Stack>
      {isPassing && abilities.pass && (
        <PassDialog ticketId={ticket.id} to={abilities.pass} onClose={() => setPassing(false)} />
      )}
    </aside>
  )
}

function About({ ticket: { asker, page, organizationName, organizationId, desk, rating } }: { ticket: Ticket }) {
  return (
    <>
      <Title order={2} fz="md">
        {t('about.title')}
      </Title>
      <Text fw={600}>{asker.name}</Text>
      {asker.label !== '' && <Text>{asker.label}</Text>}
      {desk === 'platform' && organizationId !== null && (
        <>
          <Text>{organizationName}</Text>
          <Link to="/operator/tickets" search={{ organizationId }} className={classes.link}>
            {t('about.organization')}
          </Link>
        </>
      )}
      {!asker.hasAccount && <Text>{t('about.no-account')}</Text>}
      {asker.email !== '' && <Text className={classes.muted}>{t('about.email', { email: asker.email })}</Text>}
      {page !== '' && <Text className={classes.muted}>{t('about.page', { page })}</Text>}
      {rating && (
        <div>
          <Text fw={500}>{t('rate.given', { stars: rating.stars })}</Text>
          {rating.word !== '' && <Text>«{rating.word}»</Text>}
        </div>
      )}
    </>
  )
}

/** One's own name is one press away; any other takes a choice. */
function Assignee({ ticket: { id, assignee, colleagues } }: { ticket: Ticket }) {
  const me = useMe()
  const assign = useAssign(id)
  const from = assignee?.accountId ?? null
  const give = (to: AccountId | null) => assign.mutate({ from, to }, { onError: showProblem })
  return (
    <>
      <NativeSelect
        size="md"
        label={t('assign.label')}
        value={from ?? ''}
        disabled={assign.isPending}
        data={[
          { value: '', label: t('assign.nobody') },
          ...colleagues.map(({ accountId, name }) => ({ value: accountId, label: name })),
        ]}
        onChange={({ currentTarget }) => give(currentTarget.value === '' ? null : (currentTarget.value as AccountId))}
      />
      {from !== me.accountId && (
        <Button loading={assign.isPending} leftSection={<IconHandGrab size={20} />} onClick={() => give(me.accountId)}>
          {t('assign.me')}
        </Button>
      )}
    </>
  )
}
