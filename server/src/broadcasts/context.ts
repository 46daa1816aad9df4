import type { Context } from '#platform/context.ts'
import type { Media } from '#platform/livekit/media.ts'

/** What every service about broadcasts works with. */
export type BroadcastContext = Context & { readonly media: Media }
