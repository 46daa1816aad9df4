import type { Meeting } from '@kolosok/contract'
import { CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import classes from './meetings.module.css'
import { nextMeetingsQuery } from './queries.ts'
import { t } from './texts.ts'

const MINUTE = 60_000
const LEAD = 15 * MINUTE

/** Over every page: a meeting that begins within a quarter of an hour, or has begun, until it is put away. */
export function MeetingBanner() {
  const { data } = useQuery(nextMeetingsQuery())
  const [now, setNow] = useState(Date.now)
  const [away, setAway] = useState<readonly string[]>([])
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), MINUTE / 2)
    return () => {
      clearInterval(clock)
    }
  }, [])
  const near = data?.meetings.find(
    ({ id, startsAt, endsAt, state }) =>
      state === 'planned' && !away.includes(id) && Date.parse(startsAt) - now <= LEAD && Date.parse(endsAt) > now,
  )
  if (!near) return null
  return (
    <div className={classes.banner} role="status">
      <Link to="/meetings/$meetingId" params={{ meetingId: near.id }}>
        {wordsOf(near, now)}
      </Link>
      <CloseButton size={44} aria-label={t('banner.away')} onClick={() => setAway([...away, near.id])} />
    </div>
  )
}

function wordsOf({ title, startsAt, from, kind, place }: Meeting, now: number): string {
  const left = Math.ceil((Date.parse(startsAt) - now) / MINUTE)
  const when = left > 0 ? t('banner.soon', { title, minutes: left }) : t('banner.now', { title, from })
  // Whoever is in the building goes there; a call is where the line leads.
  return kind === 'online' ? when : `${when} · ${place}`
}
