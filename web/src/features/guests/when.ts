import { type GuestMeeting, wallClockAt } from '@kolosok/contract'
import { formatFullDay } from '#lib/dates.ts'
import { clockName, isOtherClock } from '#lib/time-zones.ts'
import { t } from './texts.ts'

type Times = Pick<GuestMeeting, 'startsAt' | 'endsAt' | 'timeZone'>

/** By the organization's clock, and which one that is for somebody who lives by another. */
export function whenOf({ startsAt, endsAt, timeZone }: Times): string {
  const [begins, ends] = [startsAt, endsAt].map((moment) => wallClockAt(new Date(moment), timeZone))
  const day = formatFullDay(`${begins?.day ?? ''}T12:00:00`)
  const when = t('when', { day, from: begins?.time ?? '', until: ends?.time ?? '' })
  const isElsewhere = isOtherClock(timeZone, new Date(startsAt))
  return isElsewhere ? `${when} ${t('zone', { zone: clockName(timeZone) })}` : when
}
