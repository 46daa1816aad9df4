import type { ChatContext } from '#chats/index.ts'
import type { Context } from '#platform/context.ts'
import type { Media } from '#platform/livekit/media.ts'

/** What every service about calls works with; made once, in `app.ts`. */
export type CallContext = Context & ChatContext & { readonly media: Media }
