import type { ChatContext } from '#chats/index.ts'
import { createMedia, type Media } from '#platform/livekit/media.ts'
import type { RecordingContext } from '#recordings/index.ts'
import { type Arrivals, createArrivals } from './arrivals.ts'

type Needed = ChatContext & RecordingContext

/** What every service about calls works with; made once, in `app.ts`. */
export type CallContext = Needed & { readonly media: Media; readonly arrivals: Arrivals }

export const createCallContext = (context: Needed): CallContext => ({
  ...context,
  media: createMedia(context.livekit),
  arrivals: createArrivals(context.bus),
})
