import { type CalendarBroadcast, wallClockAt } from '@kolosok/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CalendarWebinar } from '#features/webinars/index.ts'
import classes from './meetings.module.css'
import { t } from './texts.ts'

/** What stands in a calendar beside the meetings: a webinar of one's own, or a broadcast one may look at. */
export type CalendarLine = {
  readonly kind: 'webinar' | 'broadcast'
  readonly id: string
  readonly title: string
  readonly day: string
  readonly from: string
  /** Empty: nobody knows yet. */
  readonly until: string
  readonly state: 'planned' | 'live' | 'over' | 'cancelled'
  /** For a seat: nobody may count on it yet. */
  readonly isWaiting: boolean
}

const inOrder = (one: CalendarLine, other: CalendarLine) =>
  `${one.day} ${one.from}` < `${other.day} ${other.from}` ? -1 : 1

type Range = { readonly from: string; readonly until: string }

/** By the clock of the calendar, in the order of the day. */
export function linesOf(
  webinars: readonly CalendarWebinar[],
  broadcasts: readonly CalendarBroadcast[],
  timeZone: string,
  { from, until }: Range,
): readonly CalendarLine[] {
  return [
    ...webinars.map((webinar) => ({ ...webinar, kind: 'webinar' as const, state: webinarStates[webinar.state] })),
    ...broadcasts.map((broadcast) => ofBroadcast(broadcast, timeZone)),
  ]
    .filter(({ day }) => day >= from && day <= until)
    .toSorted(inOrder)
}

const webinarStates = {
  draft: 'planned',
  published: 'planned',
  over: 'over',
  cancelled: 'cancelled',
} as const satisfies Record<CalendarWebinar['state'], CalendarLine['state']>

function ofBroadcast({ id, title, state, plannedAt, startedAt, endedAt }: CalendarBroadcast, timeZone: string) {
  const begins = wallClockAt(new Date(startedAt ?? plannedAt), timeZone)
  return {
    ...({ kind: 'broadcast', id, title, day: begins.day, from: begins.time, isWaiting: false } as const),
    until: endedAt === null ? '' : wallClockAt(new Date(endedAt), timeZone).time,
    state: state === 'ended' ? ('over' as const) : state,
  }
}

type LinkProps = {
  readonly line: CalendarLine
  readonly className: string | undefined
  readonly isNamed?: boolean
  readonly children: ReactNode
}

function LineLink({ line, isNamed = false, children, className }: LinkProps) {
  const { id, kind, title, from, until, state, isWaiting } = line
  const words = { title, from, until: until === '' ? 'none' : until, isWaiting: String(isWaiting), state }
  const look = {
    className,
    ...(isNamed && {
      'aria-label': t(`${kind}.label`, words),
      'data-state': state,
      'data-waiting': isWaiting || undefined,
    }),
  }
  return kind === 'webinar' ? (
    <Link to="/webinars/$webinarId" params={{ webinarId: id }} {...look}>
      {children}
    </Link>
  ) : (
    <Link to="/broadcasts/$broadcastId" params={{ broadcastId: id }} {...look}>
      {children}
    </Link>
  )
}

type Props = { readonly lines: readonly CalendarLine[] }

/** In a day of a month or a week. */
export const LineChips = ({ lines }: Props) =>
  lines.map((line) => (
    <LineLink key={line.id} line={line} className={classes.chip} isNamed>
      <b>{line.from}</b> <span>{line.title}</span>
    </LineLink>
  ))

/** In a list. */
export const LineCards = ({ lines }: Props) =>
  lines.map((line) => (
    <article key={line.id} className={classes.card} data-state={line.state}>
      <div className={classes.when}>
        <b>{line.from}</b>
        <span>{line.until}</span>
      </div>
      <div className={classes.what}>
        <LineLink line={line} className={classes.cardTitle}>
          {line.title}
        </LineLink>
        <div className={classes.meta}>{t(line.kind, { isWaiting: String(line.isWaiting), state: line.state })}</div>
      </div>
    </article>
  ))
