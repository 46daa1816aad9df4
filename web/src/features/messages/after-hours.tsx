import type { Chat, Role, WorkingHours } from '@kolosok/contract'
import { IconMoon } from '@tabler/icons-react'
import { useMemberships } from '#lib/me.ts'
import { useMinute, useQuiet } from '#lib/quiet-hours.ts'
import { isWithin, spellHours } from '#lib/working-hours.ts'
import classes from './composer.module.css'
import { t } from './texts.ts'

/** For whoever writes at night: nothing is forbidden, and nobody is expected to answer. */
export function AfterHours({ chat: { kind, organizationId, peer } }: { chat: Chat }) {
  const own = useMemberships().filter(({ organization }) => organization.id === organizationId)
  const organization = own[0]?.organization
  const quiet = useQuiet(organizationId)
  const isToStaff = kind === 'direct' && peer !== null && isStaff(peer)
  if (quiet !== null) return <Note text={t('composer.quiet', { until: quiet })} />
  if (!isToStaff || own.some(isStaff) || !organization?.workingHours) return null
  return <Hours hours={organization.workingHours} timeZone={organization.timeZone} />
}

const isStaff = ({ role }: { role: Role }) => role === 'teacher' || role === 'management'

function Hours({ hours, timeZone }: { hours: WorkingHours; timeZone: string }) {
  const now = useMinute()
  if (isWithin(hours, timeZone, now)) return null
  return <Note text={t('composer.after-hours', { hours: spellHours(hours) })} />
}

function Note({ text }: { text: string }) {
  return (
    <p className={classes.afterHours} role="note">
      <IconMoon size={18} aria-hidden="true" />
      {text}
    </p>
  )
}
