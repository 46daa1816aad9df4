import type { Call, CallId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { accessCall } from './access.ts'
import type { CallContext } from './context.ts'
import { presentCall } from './present.ts'
import { findCallView, listRunningViews } from './view.store.ts'

/** For callers who have been cleared. */
export async function getCall({ db, clock }: CallContext, { accountId }: Actor, callId: CallId): Promise<Call> {
  const now = clock()
  const view = await findCallView(db, { accountId, now }, callId)
  if (!view) throw new AppError('not-found')
  return presentCall(view, accountId, now)
}

export async function showCall(context: CallContext, actor: Actor, callId: CallId): Promise<Call> {
  await accessCall(context.db, actor, callId, 'see')
  return getCall(context, actor, callId)
}

export async function listCalls({ db, clock }: CallContext, { accountId }: Actor): Promise<{ calls: Call[] }> {
  const now = clock()
  const views = await listRunningViews(db, { accountId, now })
  return { calls: views.map((view) => presentCall(view, accountId, now)) }
}
