import type { Meeting } from '@kolosok/contract'
import { EmptyState } from '#ui/states.tsx'
import { formatLongDay } from './days.ts'
import { MeetingCard } from './meeting-card.tsx'
import classes from './meetings.module.css'
import { t } from './texts.ts'

type Props = { readonly today: string; readonly meetings: readonly Meeting[] }

/** What is to come, day by day. */
export function MeetingList({ today, meetings }: Props) {
  if (meetings.length === 0) return <EmptyState title={t('empty.title')} text={t('empty.text')} />
  return (
    <div className={classes.list}>
      {[...Map.groupBy(meetings, ({ day }) => day)].map(([day, those]) => (
        <section key={day} className={classes.listDay} aria-label={formatLongDay(day)}>
          <h3 className={classes.listTitle} data-today={day === today || undefined}>
            {day === today ? t('day.today', { day: formatLongDay(day) }) : formatLongDay(day)}
          </h3>
          {those.map((meeting) => (
            <MeetingCard key={meeting.id} meeting={meeting} />
          ))}
        </section>
      ))}
    </div>
  )
}
