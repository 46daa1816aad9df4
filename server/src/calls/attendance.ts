import type { Attendance, CallId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { accessCall } from './access.ts'
import type { CallContext } from './context.ts'
import { listNamedVisits, type NamedVisit } from './visit.store.ts'

export async function getAttendance(context: CallContext, actor: Actor, callId: CallId): Promise<Attendance> {
  const call = await accessCall(context.db, actor, callId, 'seeAttendance')
  const visits = await listNamedVisits(context.db, callId)
  const now = call.endedAt ?? context.clock()
  return {
    callId,
    startedAt: call.startedAt.toISOString(),
    endedAt: call.endedAt?.toISOString() ?? null,
    people: [...Map.groupBy(visits, ({ accountId }) => accountId).values()].map((stays) => presentPerson(stays, now)),
  }
}

function presentPerson(stays: NamedVisit[], now: Date): Attendance['people'][number] {
  const [first] = stays
  if (!first) throw new Error('A group has at least one member')
  const { accountId, name, label, isRemoved } = first
  return {
    accountId,
    name,
    label,
    isRemoved,
    seconds: secondsIn(stays, now),
    visits: stays.map(({ joinedAt, leftAt }) => ({
      joinedAt: joinedAt.toISOString(),
      leftAt: leftAt?.toISOString() ?? null,
    })),
  }
}

type Stay = { readonly joinedAt: Date; readonly leftAt: Date | null }

/** Whole time covered by these stays, in order of joining; two at once (a second device) count once. */
function secondsIn(stays: readonly Stay[], now: Date): number {
  let covered = 0
  let until = 0
  for (const { joinedAt, leftAt } of stays) {
    const end = (leftAt ?? now).getTime()
    covered += Math.max(0, end - Math.max(joinedAt.getTime(), until))
    until = Math.max(until, end)
  }
  return Math.round(covered / 1000)
}
