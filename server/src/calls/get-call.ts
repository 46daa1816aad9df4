import type { Call, CallId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { accessCall } from './access.ts'
import type { CallContext } from './context.ts'
import { presentCall } from './present.ts'
import { findCallView, listRunningViews } from './view.store.ts'

/** For callers who have been cleared. */
export async function getCall(context: CallContext, { accountId: reader }: Actor, callId: CallId): Promise<Call> {
  const now = context.clock()
  const view = await findCallView(context.db, { accountId: reader, now }, callId)
  if (!view) throw new AppError('not-found')
  return presentCall(view, { reader, now, canRecord: await context.recorders.isAvailable() })
}

export async function showCall(context: CallContext, actor: Actor, callId: CallId): Promise<Call> {
  await accessCall(context.db, actor, callId, 'see')
  return getCall(context, actor, callId)
}

export async function listCalls(context: CallContext, { accountId: reader }: Actor): Promise<{ calls: Call[] }> {
  const now = context.clock()
  const views = await listRunningViews(context.db, { accountId: reader, now })
  const canRecord = await context.recorders.isAvailable()
  return { calls: views.map((view) => presentCall(view, { reader, now, canRecord })) }
}
