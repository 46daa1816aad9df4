import type { Meeting } from '@kolosok/contract'
import { EmptyState } from '#ui/states.tsx'
import { formatDayWithin, formatLongDay } from './days.ts'
import { MeetingCard } from './meeting-card.tsx'
import classes from './meetings.module.css'
import { t } from './texts.ts'
import { type CalendarLine, LineCards } from './calendar-lines.tsx'

type Props = {
  readonly today: string
  readonly meetings: readonly Meeting[]
  readonly lines: readonly CalendarLine[]
}

/** What is to come, day by day. */
export function MeetingList({ today, meetings, lines }: Props) {
  if (meetings.length + lines.length === 0) return <EmptyState title={t('empty.title')} text={t('empty.text')} />
  return (
    <div className={classes.list}>
      {daysOf(meetings, lines).map((day) => (
        <section key={day} className={classes.listDay} aria-label={formatLongDay(day)}>
          <h3 className={classes.listTitle} data-today={day === today || undefined}>
            {day === today ? t('day.today', { day: formatDayWithin(day) }) : formatLongDay(day)}
          </h3>
          <LineCards lines={lines.filter((line) => line.day === day)} />
          {meetings
            .filter((meeting) => meeting.day === day)
            .map((meeting) => (
              <MeetingCard key={meeting.id} meeting={meeting} />
            ))}
        </section>
      ))}
    </div>
  )
}

const daysOf = (...lists: readonly (readonly { readonly day: string }[])[]) =>
  [...new Set(lists.flat().map(({ day }) => day))].toSorted()
