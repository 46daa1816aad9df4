import { Badge } from '@mantine/core'
import type { ReactNode } from 'react'

const tones = {
  good: { background: 'var(--accent-soft)', color: 'var(--accent-strong)' },
  waiting: { background: 'var(--wheat-soft)', color: 'var(--wheat-ink)' },
  quiet: { background: 'var(--line-soft)', color: 'var(--ink-2)' },
  bad: { background: 'var(--danger-soft)', color: 'var(--danger)' },
} as const

export type Tone = keyof typeof tones

/** How something stands, in a word; readable in both themes. */
export function StateBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <Badge tt="none" style={tones[tone]}>
      {children}
    </Badge>
  )
}
