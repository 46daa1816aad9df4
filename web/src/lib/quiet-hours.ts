import { type OrganizationId, quietUntil } from '@kolosok/contract'
import { useEffect, useState } from 'react'
import { formatTime } from './dates.ts'
import { locale } from './i18n.ts'
import { useMemberships } from './me.ts'

const DAY = 24 * 3600 * 1000
const dayAndTime = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit' })

/** «07:00», and the weekday where it is further than a day: the end of quiet hours; null when there are none now. */
export function useQuiet(organizationId: OrganizationId | null): string | null {
  const organization = useMemberships().find((own) => own.organization.id === organizationId)?.organization
  const now = useMinute()
  const end = organization ? quietUntil(organization, now) : null
  if (!end) return null
  return end.getTime() - now.getTime() < DAY ? formatTime(end.toISOString()) : dayAndTime.format(end)
}

/** What it is by the clock, anew each minute. */
export function useMinute(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date())
    }, 60_000)
    return () => {
      clearInterval(timer)
    }
  }, [])
  return now
}
