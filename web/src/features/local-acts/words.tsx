import type { LocalAct, LocalActPaper, LocalActState, LocalActStep } from '@kolosok/contract'
import { formatCalendarDay } from '#lib/dates.ts'
import { StateBadge, type Tone } from '#ui/state-badge.tsx'
import { t } from './texts.ts'

const tones: Record<LocalActState, Tone> = {
  'draft': 'quiet',
  'adopted': 'waiting',
  'heard': 'waiting',
  'approved': 'waiting',
  'in-force': 'good',
  'superseded': 'quiet',
  'repealed': 'bad',
}

type Standing = Pick<LocalAct, 'state' | 'inForceFrom' | 'kind'>

export function ActBadge({ act: { state, inForceFrom, kind } }: { act: Standing }) {
  const isPlanned = state === 'approved' && inForceFrom !== null
  return (
    <StateBadge tone={tones[state]}>
      {isPlanned
        ? t('state.planned', { day: formatCalendarDay(inForceFrom) })
        : t(state === 'approved' && kind === 'order' ? 'state.signed' : `state.${state}`)}
    </StateBadge>
  )
}

/** Протокол от 28 августа № 3; приказ от 31 августа № 57-о */
export const paperText = (step: LocalActStep, { number, date }: LocalActPaper): string =>
  t(step === 'approved' ? 'paper.order' : 'paper.protocol', { number, day: formatCalendarDay(date) })

/** What stands there of a step. */
export function stepText(act: LocalAct, step: LocalActStep): string | null {
  if (step === 'in-force') return act.inForceFrom && t('paper.from', { day: formatCalendarDay(act.inForceFrom) })
  const paper = act[step]
  return paper && paperText(step, paper)
}
