import type { Comes, Meeting, MeetingPlan } from '@kolosok/contract'
import { Button, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { EmptyState } from '#ui/states.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import classes from './meetings.module.css'
import { inviteesQuery } from './queries.ts'
import { t } from './texts.ts'

const answers = ['all', 'yes', 'perhaps', 'no', 'none'] as const

/** Who is invited, and what they said; nobody else's business. */
export function Invitees({ meeting, plan }: { meeting: Meeting; plan: MeetingPlan }) {
  const [answer, setAnswer] = useState<Comes | 'none' | 'all'>('all')
  const query = useInfiniteQuery(inviteesQuery(meeting.id, answer === 'all' ? null : answer))
  const invitees = query.data?.pages.flatMap((page) => page.invitees) ?? []
  return (
    <section className={classes.panel} aria-label={t('invited')}>
      <h2 className={classes.panelTitle}>{t('invited.count', { count: plan.invited, ...plan.answers })}</h2>
      <div className={classes.chips}>
        <SegmentedControl
          aria-label={t('invited')}
          data={answers.map((value) => ({ value, label: t(`invited.${value}`) }))}
          value={answer}
          onChange={setAnswer}
        />
      </div>
      <NotYet query={query} hidden={t('error.hidden')} />
      {query.data && invitees.length === 0 && <EmptyState title={t('invited.nobody')} />}
      <ul className={classes.people}>
        {invitees.map(({ accountId, name, label, answer: said }) => (
          <li key={accountId} className={classes.person}>
            <span>
              {name}
              {label !== '' && <span className={classes.about}>{label}</span>}
            </span>
            <span className={classes.said} data-answer={said ?? undefined}>
              {t(said === null ? 'said.none' : `said.${said}`)}
            </span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  )
}
