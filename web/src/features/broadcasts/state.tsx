import type { Broadcast } from '@kolosok/contract'
import { formatMoment } from '#lib/dates.ts'
import { StateBadge, type Tone } from '#ui/state-badge.tsx'
import { t } from './texts.ts'

const tones = { planned: 'waiting', live: 'bad', ended: 'quiet', cancelled: 'quiet' } as const satisfies Record<
  Broadcast['state'],
  Tone
>

export function BroadcastState({ state }: Pick<Broadcast, 'state'>) {
  return <StateBadge tone={tones[state]}>{t(`state.${state}`)}</StateBadge>
}

export const whenOf = ({ startedAt, plannedAt }: Broadcast): string => formatMoment(startedAt ?? plannedAt)

/** How long it was and how many there were; while it is on, how many there are. */
export function figuresOf({ state, startedAt, endedAt, viewers, watched, peak }: Broadcast): string {
  if (state === 'live') return t('viewers', { count: viewers })
  if (state !== 'ended' || !startedAt || !endedAt) return ''
  const minutes = Math.floor((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000)
  const parts = [t('length', { minutes }), t('watched', { count: watched })]
  if (peak > 1 && peak < watched) parts.push(t('peak', { count: peak }))
  return parts.join(', ')
}
