import type { Attendance, CallId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { presentAttendance } from '#rooms/index.ts'
import { accessCall } from './access.ts'
import type { CallContext } from './context.ts'
import { listNamedVisits } from './visit.store.ts'

export async function getAttendance(context: CallContext, actor: Actor, callId: CallId): Promise<Attendance> {
  const call = await accessCall(context.db, actor, callId, 'seeAttendance')
  const stays = await listNamedVisits(context.db, callId)
  return {
    callId,
    startedAt: call.startedAt.toISOString(),
    endedAt: call.endedAt?.toISOString() ?? null,
    people: presentAttendance(stays, call.endedAt ?? context.clock()),
  }
}
