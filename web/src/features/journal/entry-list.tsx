import { Skeleton, Stack } from '@mantine/core'
import type { JournalEntry } from '@kolosok/contract'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { deviceName } from '#features/devices/index.ts'
import { formatDay, formatTime, isSameDay } from '#lib/dates.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import classes from './journal.module.css'
import { authorOf, sentenceOf } from './sentence.ts'
import { t } from './texts.ts'

type Pages = InfiniteData<{ readonly entries: readonly JournalEntry[] }>
type Props = { readonly journal: UseInfiniteQueryResult<Pages>; readonly isFiltered: boolean }

/** Lines under the day they were written on. */
export function EntryList({ journal, isFiltered }: Props) {
  if (journal.isPending) {
    return (
      <Stack gap={10} aria-hidden="true">
        {Array.from({ length: 8 }, (_, row) => (
          <Skeleton key={row} height={48} radius="md" />
        ))}
      </Stack>
    )
  }
  if (!journal.data) {
    return (
      <ErrorState
        title={t('error.title')}
        text={t('error.text')}
        retry={t('error.retry')}
        onRetry={() => void journal.refetch()}
      />
    )
  }
  const entries = journal.data.pages.flatMap((page) => page.entries)
  if (entries.length === 0) {
    return (
      <EmptyState
        title={isFiltered ? t('empty.filtered') : t('empty.title')}
        {...(!isFiltered && { text: t('empty.text') })}
      />
    )
  }
  return (
    <div>
      {byDay(entries).map((day) => (
        <section key={day[0].at} className={classes.day}>
          <h2 className={classes.date}>{formatDay(day[0].at)}</h2>
          <ul className={classes.entries}>
            {day.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

type Day = [JournalEntry, ...JournalEntry[]]

function byDay(entries: readonly JournalEntry[]): Day[] {
  const days: Day[] = []
  for (const entry of entries) {
    const day = days.at(-1)
    if (day && isSameDay(day[0].at, entry.at)) day.push(entry)
    else days.push([entry])
  }
  return days
}

function Entry({ entry }: { entry: JournalEntry }) {
  return (
    <li className={classes.entry}>
      <time dateTime={entry.at} className={classes.time}>
        {formatTime(entry.at)}
      </time>
      <span className={classes.what}>{sentenceOf(entry)}</span>
      <span className={classes.who}>{authorOf(entry)}</span>
      <span className={classes.device}>{entry.device === '' ? '' : deviceName(entry.device)}</span>
    </li>
  )
}
