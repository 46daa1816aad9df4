import type { ManagedArticle } from '@kolosok/contract'
import { Group } from '@mantine/core'
import { StateBadge } from '#ui/state-badge.tsx'
import { m } from './manage-texts.ts'

const tones = { own: 'good', edited: 'quiet', outdated: 'waiting' } as const

/** What an operator has made of it; nothing for one that is as it came. */
export function Standing({ article: { standing, isHidden } }: { article: ManagedArticle }) {
  return (
    <Group gap={6}>
      {standing !== 'shipped' && <StateBadge tone={tones[standing]}>{m(`standing.${standing}`)}</StateBadge>}
      {isHidden && <StateBadge tone="quiet">{m('hidden')}</StateBadge>}
    </Group>
  )
}
