import type { Chat } from '@kolosok/contract'
import { useMemberships } from '#lib/me.ts'
import { useMinute } from '#lib/quiet-hours.ts'
import { clockName, isOtherClock } from '#lib/time-zones.ts'
import type { Clock } from './times.ts'

/** With the name of the zone, where it is another one than that of this device. */
export function useClock({ organizationId }: Pick<Chat, 'organizationId'>): Clock & { zone: string | null } {
  const organization = useMemberships().find((own) => own.organization.id === organizationId)?.organization
  const now = useMinute()
  // «Избранное» is one's own, wherever one is.
  const timeZone = organization?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    timeZone,
    quietHours: organization?.quietHours ?? null,
    zone: isOtherClock(timeZone, now) ? clockName(timeZone) : null,
  }
}
