import type { Media } from '#platform/livekit/media.ts'
import type { RecordingContext } from '#recordings/index.ts'

/** What every service about broadcasts works with. */
export type BroadcastContext = RecordingContext & { readonly media: Media }
