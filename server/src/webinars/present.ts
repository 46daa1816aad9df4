import { type Webinar, type WebinarId, type WebinarPlan, wallClockAt } from '@kolosok/contract'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { factsOf, type WebinarReader } from './access.ts'
import { spellNumber } from './certificate-number.ts'
import { abilitiesIn } from './policy.ts'
import { findWebinar, type WebinarRow } from './store.ts'

export function presentWebinar(row: WebinarRow, actor: WebinarReader, now: Date): Webinar {
  const facts = factsOf(row, actor, now)
  const { id, title, about, speaker, kind, place, timeZone, roles, seats, taken, inLine, word, rev, givesCertificate } =
    row
  return {
    ...{ id, title, about, speaker, kind, place, timeZone, roles, seats, taken, inLine, word, rev, givesCertificate },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    state: facts.state,
    broadcastId: actor.isOperator || row.ownState === 'registered' ? row.broadcastId : null,
    isOnAir: facts.isOnAir,
    own: row.ownState && {
      state: row.ownState,
      name: row.ownName ?? '',
      ahead: row.ahead,
      certificate: spellNumber(row.certificate),
    },
    abilities: abilitiesIn(facts),
  }
}

export function presentPlan(row: WebinarRow, actor: WebinarReader, now: Date): WebinarPlan {
  const begins = wallClockAt(row.startsAt, row.timeZone)
  return {
    ...presentWebinar(row, actor, now),
    day: begins.day,
    from: begins.time,
    until: wallClockAt(row.endsAt, row.timeZone).time,
  }
}

/** For callers who have been cleared. */
export async function getPlan(db: Db, actor: WebinarReader, id: WebinarId, now: Date): Promise<WebinarPlan> {
  const row = await findWebinar(db, id, actor.accountId)
  if (!row) throw new AppError('not-found')
  return presentPlan(row, actor, now)
}
