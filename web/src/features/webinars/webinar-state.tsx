import type { Webinar } from '@kolosok/contract'
import { StateBadge, type Tone } from '#ui/state-badge.tsx'
import { t } from './texts.ts'

const tones = { draft: 'waiting', published: 'good', over: 'quiet', cancelled: 'bad' } as const satisfies Record<
  Webinar['state'],
  Tone
>

/** How it stands; and the reader's own, which says more to them. */
export function WebinarState({ webinar: { state, own } }: { webinar: Pick<Webinar, 'state' | 'own'> }) {
  if (state === 'published' && own) {
    return <StateBadge tone={own.state === 'registered' ? 'good' : 'waiting'}>{t(`own.${own.state}`)}</StateBadge>
  }
  return <StateBadge tone={tones[state]}>{t(`state.${state}`)}</StateBadge>
}
