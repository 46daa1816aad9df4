import type { Context } from '#platform/context.ts'
import type { Presence } from './presence.ts'
import type { Rosters } from './rosters.ts'

/** What every service about chats works with; made once, in `app.ts`. */
export type ChatContext = Context & { readonly rosters: Rosters; readonly presence: Presence }
