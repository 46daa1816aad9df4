import type { Call, CallId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { orUnavailable, requireLivekit } from '#rooms/index.ts'
import { accessCall } from './access.ts'
import type { CallContext } from './context.ts'
import { endWaiting } from './door.store.ts'
import { finishCall } from './finish.ts'
import { getCall } from './get-call.ts'
import { actInCall, tellAccounts, tellChat } from './locked.ts'
import { showOut } from './show-out.ts'
import { updateAnswered, upsertDeclined, upsertJoined } from './store.ts'
import { visits } from './visit.store.ts'
import { getSpeaker } from './view.store.ts'
import { tellHosts } from './waiting-room.ts'
import { noteWhoIsIn } from './who-is-in.ts'

/** Answers the call and hands out the way into its room. */
export async function joinCall(
  context: CallContext,
  actor: Actor,
  callId: CallId,
): Promise<{ token: string; call: Call }> {
  await accessCall(context.db, actor, callId, 'join')
  requireLivekit(context)
  await orUnavailable(context.media.openRoom(callId))
  const pass = await actInCall(context, actor, { callId, action: 'join' }, async (tx, call, afterCommit) => {
    const identity = await upsertJoined(tx, callId, actor.accountId, actor.sessionId)
    if (call.facts.state === 'ringing' && !call.facts.isStarter) {
      await updateAnswered(tx, callId, context.clock())
      await tellChat(context, tx, afterCommit, call)
    } else {
      tellAccounts(context, afterCommit, actor.accountId)
    }
    return { identity, ...(await getSpeaker(tx, callId, actor.accountId)) }
  })
  const token = await context.media.joinToken({ room: callId, ...pass })
  return { token, call: await getCall(context, actor, callId) }
}

/** «Отклонить»: this account's devices fall silent; a direct call that nobody has answered is over. */
export async function declineCall(context: CallContext, actor: Actor, callId: CallId): Promise<Call> {
  await actInCall(context, actor, { callId, action: 'see' }, async (tx, call, afterCommit) => {
    const { state, isStarter } = call.facts
    if (state === 'ended') return
    const at = context.clock()
    await upsertDeclined(tx, callId, actor.accountId, at)
    tellAccounts(context, afterCommit, actor.accountId)
    if (state === 'ringing') {
      await finishCall(context, tx, afterCommit, { call, at, outcome: isStarter ? 'missed' : 'declined' })
    }
  })
  return getCall(context, actor, callId)
}

/** Hanging up. Whoever is alone in a direct call has nobody to talk to, so it ends for both. */
export async function leaveCall(context: CallContext, actor: Actor, callId: CallId): Promise<Call> {
  await actInCall(context, actor, { callId, action: 'see' }, async (tx, call, afterCommit) => {
    const { state, chatKind } = call.facts
    if (state === 'ended') return
    const at = context.clock()
    if (chatKind === 'direct') {
      const outcome = state === 'ringing' ? 'missed' : 'ended'
      await finishCall(context, tx, afterCommit, { call, at, outcome })
      return
    }
    if (await endWaiting(tx, callId, actor.accountId)) await tellHosts(context, tx, afterCommit, call)
    await visits.endAll(tx, callId, at, actor.accountId)
    await noteWhoIsIn(context, tx, afterCommit, call)
    await showOut(context, tx, afterCommit, { callId, accountId: actor.accountId })
  })
  return getCall(context, actor, callId)
}
