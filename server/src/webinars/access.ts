import type { WebinarId, WebinarState } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type WebinarAction, type WebinarFacts, webinarPolicy } from './policy.ts'
import { findWebinar, type WebinarRow } from './store.ts'

export type WebinarReader = Pick<Actor, 'accountId' | 'isOperator'>

/** A webinar this actor has been cleared for. Only `accessWebinar` makes one. */
export type ClearedWebinar = WebinarRow & { readonly clearedFor: WebinarAction }

/** A broadcast says itself when it is over, whatever was planned. */
function stateOf({ written, endsAt, broadcastState }: WebinarRow, now: Date): WebinarState {
  const isOver = broadcastState === 'ended' || (endsAt <= now && broadcastState !== 'live')
  return written === 'published' && isOver ? 'over' : written
}

export const factsOf = (webinar: WebinarRow, { isOperator }: WebinarReader, now: Date): WebinarFacts => ({
  isOperator,
  isForThem: webinar.isForThem,
  isRegistered: webinar.ownState !== null,
  hasSeat: webinar.ownState === 'registered',
  state: stateOf(webinar, now),
  hasBegun: webinar.startsAt <= now,
  isOnline: webinar.kind === 'online',
  isOnAir: webinar.broadcastState === 'live',
})

/** The only door to a webinar. */
export async function accessWebinar(
  db: Db,
  actor: WebinarReader,
  id: WebinarId,
  action: WebinarAction,
  now: Date,
): Promise<ClearedWebinar> {
  const webinar = await findWebinar(db, id, actor.accountId)
  const verdict = webinar ? webinarPolicy[action](factsOf(webinar, actor, now)) : 'not-found'
  if (!webinar || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...webinar, clearedFor: action }
}
