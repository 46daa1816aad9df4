import type { Waiting } from '@kolosok/contract'
import { IconMapPin } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { locale } from '#lib/i18n.ts'
import { NearLine } from '#ui/near-line.tsx'
import { t } from './texts.ts'

/** What begins soon at a place, for whoever has a seat there; not on its own page. */
export function NearSeminar({ near: { id, title, place, startsAt, timeZone } }: { near: Waiting['seminars'][number] }) {
  const isThere = useLocation().pathname === `/webinars/${id}`
  if (isThere) return null
  // The clock on its wall counts.
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone })
  return (
    <NearLine
      icon={<IconMapPin size={22} stroke={1.8} aria-hidden="true" />}
      text={t('seminar.near', { title, place, time: clock.format(new Date(startsAt)) })}
    >
      <Link to="/webinars/$webinarId" params={{ webinarId: id }}>
        {t('seminar.open')}
      </Link>
    </NearLine>
  )
}
