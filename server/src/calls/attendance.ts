import type { Attendance, CallId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { presentAttendance, presentStays } from '#rooms/index.ts'
import { accessCall } from './access.ts'
import type { CallContext } from './context.ts'
import { listNamedGuestVisits, type NamedGuestStay } from './guest.store.ts'
import { listNamedVisits } from './visit.store.ts'

export async function getAttendance(context: CallContext, actor: Actor, callId: CallId): Promise<Attendance> {
  const call = await accessCall(context.db, actor, callId, 'seeAttendance')
  const now = call.endedAt ?? context.clock()
  const [stays, guestStays] = await Promise.all([
    listNamedVisits(context.db, callId),
    listNamedGuestVisits(context.db, callId),
  ])
  return {
    callId,
    startedAt: call.startedAt.toISOString(),
    endedAt: call.endedAt?.toISOString() ?? null,
    people: presentAttendance(stays, now),
    guests: presentGuests(guestStays, now),
  }
}

const presentGuests = (stays: readonly NamedGuestStay[], now: Date): Attendance['guests'] =>
  [...Map.groupBy(stays, ({ id }) => id)].map(([id, own]) => ({
    id,
    name: own[0]?.name ?? '',
    isRemoved: own.some(({ isRemoved }) => isRemoved),
    ...presentStays(own, now),
  }))
