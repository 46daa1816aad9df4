import type { Waiting } from '@kolosok/contract'
import { IconBroadcast } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { formatTime } from '#lib/dates.ts'
import { NearLine } from '#ui/near-line.tsx'
import { t } from './texts.ts'

/** What is on, or begins in some minutes; not on its own page. */
export function NearBroadcast({ near: { id, title, state, plannedAt } }: { near: Waiting['broadcasts'][number] }) {
  const isThere = useLocation().pathname === `/broadcasts/${id}`
  if (isThere) return null
  const isLive = state === 'live'
  return (
    <NearLine
      icon={<IconBroadcast size={22} stroke={1.8} aria-hidden="true" />}
      text={isLive ? t('banner.live', { title }) : t('banner.soon', { title, time: formatTime(plannedAt) })}
      isLive={isLive}
    >
      <Link to="/broadcasts/$broadcastId" params={{ broadcastId: id }}>
        {t(isLive ? 'banner.watch' : 'banner.open')}
      </Link>
    </NearLine>
  )
}
