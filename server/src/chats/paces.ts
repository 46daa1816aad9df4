import type { Context } from '#platform/context.ts'
import { createPace, noPace, type Pace } from '#platform/pace.ts'

/** How often one person may do what others hear of at once. */
export type Paces = {
  readonly post: Pace
  /** Edits, reactions, votes. */
  readonly change: Pace
  /** What one is writing, told to one's other devices. */
  readonly draft: Pace
  /** New chats, and people added to them. */
  readonly gather: Pace
}

export function createPaces({ clock, config }: Pick<Context, 'clock' | 'config'>): Paces {
  const perMinute = config.MESSAGES_PER_MINUTE
  if (perMinute === 0) return { post: noPace, change: noPace, draft: noPace, gather: noPace }
  return {
    post: createPace(clock, { burst: 30, perMinute }),
    change: createPace(clock, { burst: 60, perMinute: 2 * perMinute }),
    draft: createPace(clock, { burst: 60, perMinute: 60 }),
    gather: createPace(clock, { burst: 20, perMinute: 6 }),
  }
}
