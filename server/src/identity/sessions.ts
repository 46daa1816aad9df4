import type { SessionId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { Bus } from '#platform/bus.ts'
import { readSessionCookie } from '#platform/cookies.ts'
import type { Db } from '#platform/db.ts'
import { hashToken } from './secrets.ts'
import { findSession } from './store.ts'

const TRUSTED_FOR_MS = 5_000
const MAX_HELD = 20_000

/** Whoever the cookie says it is; null for nobody. */
export type Authenticate = (cookieHeader: string | undefined, isSecure: boolean) => Promise<Actor | null>

/** Resolves the session cookie. A found session is held for seconds, and forgotten when it is ended. */
export function createAuthenticate(db: Db, bus: Bus): Authenticate {
  const held = new Map<string, { actor: Actor; until: number }>()
  const tokens = new Map<SessionId, string>()

  bus.listen((event) => {
    if (event.type !== 'sessions-ended') return
    for (const id of event.sessionIds) held.delete(tokens.get(id) ?? '')
  })

  return async (cookieHeader, isSecure) => {
    const token = readSessionCookie(cookieHeader, isSecure)
    if (!token) return null
    const known = held.get(token)
    if (known && known.until > Date.now()) return known.actor

    const actor = await findSession(db, hashToken(token))
    held.delete(token)
    if (!actor) return null
    if (held.size >= MAX_HELD) {
      held.clear()
      tokens.clear()
    }
    held.set(token, { actor, until: Date.now() + TRUSTED_FOR_MS })
    tokens.set(actor.sessionId, token)
    return actor
  }
}
