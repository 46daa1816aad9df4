import type { Chat, Role, WorkingHours } from '@kolosok/contract'
import { IconMoon } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useMemberships } from '#lib/me.ts'
import { isWithin, spellHours } from '#lib/working-hours.ts'
import classes from './composer.module.css'
import { t } from './texts.ts'

/** For whoever writes to staff in the evening: nothing is forbidden, and nobody is expected to answer at night. */
export function AfterHours({ chat: { kind, organizationId, peer } }: { chat: Chat }) {
  const own = useMemberships().filter(({ organization }) => organization.id === organizationId)
  const organization = own[0]?.organization
  const isToStaff = kind === 'direct' && peer !== null && isStaff(peer)
  if (!isToStaff || own.some(isStaff) || !organization?.workingHours) return null
  return <Hours hours={organization.workingHours} timeZone={organization.timeZone} />
}

const isStaff = ({ role }: { role: Role }) => role === 'teacher' || role === 'management'

function Hours({ hours, timeZone }: { hours: WorkingHours; timeZone: string }) {
  const now = useMinute()
  if (isWithin(hours, timeZone, now)) return null
  return (
    <p className={classes.afterHours} role="note">
      <IconMoon size={18} aria-hidden="true" />
      {t('composer.after-hours', { hours: spellHours(hours) })}
    </p>
  )
}

function useMinute(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
