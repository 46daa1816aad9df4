import type { ChatContext } from '#chats/index.ts'
import type { Context } from '#platform/context.ts'
import { type Arrivals, createArrivals } from './arrivals.ts'
import { createMedia, type Media } from '#platform/livekit/media.ts'

/** What every service about calls works with; made once, in `app.ts`. */
export type CallContext = Context & ChatContext & { readonly media: Media; readonly arrivals: Arrivals }

export const createCallContext = (context: Context & ChatContext): CallContext => ({
  ...context,
  media: createMedia(context.livekit),
  arrivals: createArrivals(context.bus),
})
