import type { TicketState } from '@kolosok/contract'
import { StateBadge, type Tone } from '#ui/state-badge.tsx'
import { t } from './texts.ts'

const ofAsker = { 'new': 'waiting', 'in-work': 'waiting', 'waiting': 'good', 'solved': 'quiet' } as const
const ofDesk = { 'new': 'waiting', 'in-work': 'good', 'waiting': 'quiet', 'solved': 'quiet' } as const

/** How it stands, as the asker or as the desk would say it. */
export function TicketStateBadge({ state, isDesk = false }: { state: TicketState; isDesk?: boolean }) {
  const tone: Tone = (isDesk ? ofDesk : ofAsker)[state]
  return <StateBadge tone={tone}>{t(isDesk ? `desk.state.${state}` : `state.${state}`)}</StateBadge>
}
