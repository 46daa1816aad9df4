import type { retentionEndpoints } from '@kolosok/contract'
import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { Retained } from '#platform/retention.ts'

const DAY = 24 * 3600 * 1000

type Preview = z.input<typeof retentionEndpoints.preview.response>

/** What would go if every sweep ran now. */
export async function previewRetention({ db, clock }: Context, all: readonly Retained[]): Promise<Preview> {
  const now = clock().getTime()
  const kinds: Preview['kinds'] = []
  // One after another: nobody waits for this page with so many connections.
  for (const { kind, keptDays, count } of all) {
    kinds.push({ kind, keptDays, count: await count(db, new Date(now - keptDays * DAY)) })
  }
  return { kinds }
}
