import type { AccountId, SessionId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { readSessionCookie } from '#platform/cookies.ts'
import { hashSessionToken } from './secrets.ts'
import { findSession, touchSession } from './session.store.ts'

const TRUSTED_FOR_MS = 5_000
const MAX_HELD = 20_000
const TOUCHED_EVERY_MS = 60_000

/** Whoever the cookie says it is; null for nobody. */
export type Authenticate = (
  cookieHeader: string | undefined,
  isSecure: boolean,
  address?: string,
) => Promise<Actor | null>

/** Resolves the session cookie. A found session is held for seconds, and forgotten when it is ended. */
export function createAuthenticate(context: Context): Authenticate {
  const { db, bus, clock, log } = context
  const held = createHeld()

  bus.listen((event) => {
    if (event.type === 'sessions-ended') held.forgetSessions(event.sessionIds)
    // What an account may do has changed: an operator was added or removed.
    if (event.type === 'accounts' && event.frame.type === 'stale' && event.frame.topics.includes('account')) {
      held.forgetAccounts(event.accountIds)
    }
  })

  return async (cookieHeader, isSecure, address = '') => {
    const token = readSessionCookie(cookieHeader, isSecure)
    if (!token) return null
    const known = held.find(token)
    if (known) return known

    const { generation } = held
    const found = await findSession(db, hashSessionToken(context, token))
    if (!found) return null
    // Ended or changed while it was being read: true for this request, not to be held.
    if (held.generation === generation) held.hold(token, found.actor)
    const now = clock()
    if (now.getTime() - found.usedAt.getTime() >= TOUCHED_EVERY_MS) {
      touchSession(db, found.actor, address, now).catch((error: unknown) => {
        log.warn({ err: error }, 'the last use of a session could not be written')
      })
    }
    return found.actor
  }
}

/** Sessions found a moment ago, by token. */
function createHeld() {
  const actors = new Map<string, { actor: Actor; until: number }>()
  let generation = 0
  const forget = (isMeant: (actor: Actor) => boolean): void => {
    generation++
    for (const [token, { actor }] of actors) if (isMeant(actor)) actors.delete(token)
  }
  return {
    get generation() {
      return generation
    },
    find(token: string): Actor | undefined {
      const known = actors.get(token)
      if (known && known.until > Date.now()) return known.actor
      actors.delete(token)
      return undefined
    },
    hold(token: string, actor: Actor): void {
      if (actors.size >= MAX_HELD) actors.clear()
      actors.set(token, { actor, until: Date.now() + TRUSTED_FOR_MS })
    },
    forgetSessions(ids: readonly SessionId[]): void {
      const ended = new Set(ids)
      forget((actor) => ended.has(actor.sessionId))
    },
    forgetAccounts(ids: readonly AccountId[]): void {
      const changed = new Set(ids)
      forget((actor) => changed.has(actor.accountId))
    },
  }
}
