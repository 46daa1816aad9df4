import type { AccountId, Call, CallId, ParticipantId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { attempt, orUnavailable, requireLivekit } from '#rooms/index.ts'
import { accessCall, type ClearedCall } from './access.ts'
import type { CallContext } from './context.ts'
import { finishCall } from './finish.ts'
import { getCall } from './get-call.ts'
import { journalOf } from './journal.ts'
import { actInCall, tellAccounts } from './locked.ts'
import { mayModeratePerson } from './policy.ts'
import { findParticipant, updateRemoved } from './store.ts'
import { visits } from './visit.store.ts'
import { noteWhoIsIn } from './who-is-in.ts'

type Target = { readonly callId: CallId; readonly participantId: ParticipantId }

export async function muteParticipant(context: CallContext, actor: Actor, { callId, participantId }: Target) {
  const call = await accessCall(context.db, actor, callId, 'mute')
  await findBelow(context.db, actor, call, participantId)
  requireLivekit(context)
  await orUnavailable(context.media.muteMicrophone(callId, participantId))
  return {}
}

/** For good: the row refuses every later token, and the keeper takes out whoever still holds one. */
export async function removeParticipant(context: CallContext, actor: Actor, { callId, participantId }: Target) {
  await actInCall(context, actor, { callId, action: 'remove' }, async (tx, call, afterCommit) => {
    const accountId = await findBelow(tx, actor, call, participantId)
    const at = context.clock()
    await updateRemoved(tx, callId, { accountId, by: actor.accountId, at })
    await visits.endAll(tx, callId, at, accountId)
    await noteWhoIsIn(context, tx, afterCommit, call)
    await recordAudit(tx, actor, {
      organizationId: journalOf(call.chat),
      action: 'call.participant-removed',
      subjectKind: 'call',
      subjectId: callId,
      details: { accountId },
    })
    tellAccounts(context, afterCommit, accountId)
    afterCommit(() => {
      attempt(context, context.media.removeParticipant(callId, participantId))
    })
  })
  return {}
}

export async function endCall(context: CallContext, actor: Actor, callId: CallId): Promise<Call> {
  await actInCall(context, actor, { callId, action: 'end' }, async (tx, call, afterCommit) => {
    if (call.endedAt) return
    const outcome = call.facts.state === 'ringing' ? 'missed' : 'ended'
    await finishCall(context, tx, afterCommit, { call, at: context.clock(), outcome })
    await recordAudit(tx, actor, {
      organizationId: journalOf(call.chat),
      action: 'call.ended',
      subjectKind: 'call',
      subjectId: callId,
    })
  })
  return getCall(context, actor, callId)
}

/** Whose participant it is, which is nobody whom this actor may not moderate. */
async function findBelow(
  db: Db,
  actor: Actor,
  { id, facts }: ClearedCall,
  participantId: ParticipantId,
): Promise<AccountId> {
  const person = await findParticipant(db, id, participantId)
  if (!person) throw new AppError('not-found')
  const isSelf = person.accountId === actor.accountId
  if (isSelf || !mayModeratePerson(facts.isModerator, person.isModerator)) throw new AppError('forbidden')
  return person.accountId
}
