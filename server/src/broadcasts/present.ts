import type { Broadcast, BroadcastId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { factsOf } from './access.ts'
import { abilitiesIn } from './policy.ts'
import { type BroadcastRow, findBroadcast } from './store.ts'

export const presentBroadcast = (row: BroadcastRow, actor: Pick<Actor, 'accountId'>): Broadcast => ({
  id: row.id,
  organizationId: row.organizationId,
  webinarId: row.webinarId,
  title: row.title,
  about: row.about,
  audience: { kind: row.audience, groupIds: row.groupIds },
  host: row.host,
  takesQuestions: row.takesQuestions,
  hasChat: row.hasChat,
  state: row.state,
  rev: row.rev,
  plannedAt: row.plannedAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  viewers: row.state === 'live' ? row.viewers : 0,
  peak: row.peak,
  watched: row.watched,
  stage: row.state === 'live' ? (row.stage ?? 'none') : 'none',
  isHandUp: row.isHandUp,
  isMuted: row.isMuted,
  isRecorded: row.isRecorded,
  recordings: row.recordings,
  abilities: abilitiesIn(factsOf(row, actor)),
})

/** For callers who have been cleared. */
export async function getBroadcast(db: Db, actor: Actor, id: BroadcastId): Promise<Broadcast> {
  const row = await findBroadcast(db, id, actor.accountId)
  if (!row) throw new AppError('not-found')
  return presentBroadcast(row, actor)
}
