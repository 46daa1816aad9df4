import type { Meeting } from '@kolosok/contract'
import type { CalendarWebinar } from '#features/webinars/index.ts'
import { EmptyState } from '#ui/states.tsx'
import { formatDayWithin, formatLongDay } from './days.ts'
import { MeetingCard } from './meeting-card.tsx'
import classes from './meetings.module.css'
import { t } from './texts.ts'
import { WebinarCards } from './webinar-lines.tsx'

type Props = {
  readonly today: string
  readonly meetings: readonly Meeting[]
  readonly webinars: readonly CalendarWebinar[]
}

/** What is to come, day by day. */
export function MeetingList({ today, meetings, webinars }: Props) {
  if (meetings.length + webinars.length === 0) return <EmptyState title={t('empty.title')} text={t('empty.text')} />
  return (
    <div className={classes.list}>
      {daysOf(meetings, webinars).map((day) => (
        <section key={day} className={classes.listDay} aria-label={formatLongDay(day)}>
          <h3 className={classes.listTitle} data-today={day === today || undefined}>
            {day === today ? t('day.today', { day: formatDayWithin(day) }) : formatLongDay(day)}
          </h3>
          <WebinarCards webinars={webinars.filter((webinar) => webinar.day === day)} />
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
