import { type WallClock, type Webinar, wallClockAt } from '@kolosok/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { webinarsQuery } from './queries.ts'

/** One's own in a calendar: by the clock of that calendar. */
export type CalendarWebinar = Pick<Webinar, 'id' | 'title' | 'state'> & {
  readonly day: string
  readonly from: string
  readonly until: string
  /** In the line for a seat: nobody may count on it yet. */
  readonly isWaiting: boolean
}

type Shown = { readonly from: string; readonly until: string }

/** Of these days, those one is registered for or waits for: all that come, and the latest ones. */
export function useOwnWebinars(timeZone: string | undefined, { from, until }: Shown): readonly CalendarWebinar[] {
  const pages = useInfiniteQuery(webinarsQuery()).data?.pages ?? []
  return pages
    .flatMap(({ ahead, past }) => [...ahead, ...past])
    .filter(({ own }) => own !== null)
    .map(({ id, title, state, own, startsAt, endsAt }) => {
      const [begins, ends] = [startsAt, endsAt].map((at) => wallClockAt(new Date(at), timeZone ?? 'UTC')) as [
        WallClock,
        WallClock,
      ]
      const isWaiting = own?.state === 'waiting'
      return { id, title, state, isWaiting, day: begins.day, from: begins.time, until: ends.time }
    })
    .filter(({ day }) => day >= from && day <= until)
}
