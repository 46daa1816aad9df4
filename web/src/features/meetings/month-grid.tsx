import type { Meeting } from '@kolosok/contract'
import { UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { dayNumber, daysIn, formatDayWithin, formatLongDay, formatWeekday, rangeOf } from './days.ts'
import classes from './meetings.module.css'
import { t } from './texts.ts'
import { type CalendarLine, LineChips } from './calendar-lines.tsx'
import { labelOf } from './words.ts'

type Props = {
  readonly day: string
  readonly today: string
  readonly meetings: readonly Meeting[]
  readonly lines: readonly CalendarLine[]
  readonly onDay: (day: string) => void
}

/** So many fit into a day of a month; the list holds the rest. */
const FIT = 3

export function MonthGrid({ day, today, meetings, lines, onDay }: Props) {
  const days = daysIn(rangeOf('month', day))
  const byDay = Map.groupBy(meetings, (meeting) => meeting.day)
  return (
    <div className={classes.month}>
      {days.slice(0, 7).map((one) => (
        <div key={one} className={classes.weekday} aria-hidden="true">
          {formatWeekday(one)}
        </div>
      ))}
      {days.map((one) => (
        <Cell
          key={one}
          day={one}
          isToday={one === today}
          isOther={one.slice(0, 7) !== day.slice(0, 7)}
          meetings={byDay.get(one) ?? []}
          lines={lines.filter((line) => line.day === one)}
          most={FIT}
          onDay={onDay}
        />
      ))}
    </div>
  )
}

export function WeekGrid({ day, today, meetings, lines, onDay }: Props) {
  const byDay = Map.groupBy(meetings, (meeting) => meeting.day)
  return (
    <div className={classes.week}>
      {daysIn(rangeOf('week', day)).map((one) => (
        <Cell
          key={one}
          day={one}
          weekday={formatWeekday(one)}
          isToday={one === today}
          isOther={false}
          meetings={byDay.get(one) ?? []}
          lines={lines.filter((line) => line.day === one)}
          most={Infinity}
          onDay={onDay}
        />
      ))}
    </div>
  )
}

type CellProps = {
  readonly day: string
  readonly weekday?: string
  readonly isToday: boolean
  readonly isOther: boolean
  readonly meetings: readonly Meeting[]
  readonly lines: readonly CalendarLine[]
  readonly most: number
  readonly onDay: (day: string) => void
}

function Cell({ day, weekday, isToday, isOther, meetings, lines, most, onDay }: CellProps) {
  return (
    <section
      className={classes.day}
      aria-label={formatLongDay(day)}
      data-today={isToday || undefined}
      data-other={isOther || undefined}
    >
      <UnstyledButton
        className={classes.number}
        aria-current={isToday ? 'date' : undefined}
        aria-label={t('day.open', { visible: `${weekday ?? ''}${String(dayNumber(day))}`, day: formatDayWithin(day) })}
        onClick={() => onDay(day)}
      >
        {weekday !== undefined && <span className={classes.numberDay}>{weekday}</span>}
        {dayNumber(day)}
      </UnstyledButton>
      <LineChips lines={lines} />
      {meetings.slice(0, most).map((meeting) => (
        <Link
          key={meeting.id}
          to="/meetings/$meetingId"
          params={{ meetingId: meeting.id }}
          className={classes.chip}
          aria-label={labelOf(meeting)}
          data-state={meeting.state}
          data-answer={meeting.answer ?? undefined}
        >
          <b>{meeting.from}</b> <span>{meeting.title}</span>
        </Link>
      ))}
      {meetings.length > most && (
        <UnstyledButton className={classes.moreOf} onClick={() => onDay(day)}>
          {t('day.more', { count: meetings.length - most })}
        </UnstyledButton>
      )}
    </section>
  )
}
