import type { Meeting } from '@kolosok/contract'
import { formatLongDay } from './days.ts'
import { t } from './texts.ts'

/** Онлайн; Музыкальный зал; Музыкальный зал и онлайн */
export function whereOf({ kind, place }: Pick<Meeting, 'kind' | 'place'>): string {
  return kind === 'in-person' ? place : t(`where.${kind}`, { place })
}

/** Четверг, 3 декабря, 18:00–19:00 */
export const whenOf = ({ day, from, until }: Pick<Meeting, 'day' | 'from' | 'until'>): string =>
  `${formatLongDay(day)}, ${from}–${until}`

export const labelOf = (meeting: Meeting): string =>
  t(meeting.state === 'cancelled' ? 'label.cancelled' : 'label', {
    title: meeting.title,
    from: meeting.from,
    until: meeting.until,
  })
