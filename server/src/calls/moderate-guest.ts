import { type CallId, guestIdentity, type GuestId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { tellOwners } from '#meetings/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { attempt, orUnavailable, requireLivekit } from '#rooms/index.ts'
import { accessCall } from './access.ts'
import type { CallContext } from './context.ts'
import { closeLinkOf, endGuestVisits, isGuestOf, updateGuestRemoved } from './guest.store.ts'
import { journalOf } from './journal.ts'
import { actInCall } from './locked.ts'
import { tellHosts } from './waiting-room.ts'

type Target = { readonly callId: CallId; readonly guestId: GuestId }

export async function muteGuest(context: CallContext, actor: Actor, { callId, guestId }: Target) {
  await accessCall(context.db, actor, callId, 'mute')
  if (!(await isGuestOf(context.db, callId, guestId))) throw new AppError('not-found')
  requireLivekit(context)
  await orUnavailable(context.media.muteMicrophone(callId, guestIdentity(guestId)))
  return {}
}

/**
 * For good. Under another name nobody would know them again: the link they came by closes with them. Others who wait by it
 * may still be let in.
 */
export const removeGuest = (context: CallContext, actor: Actor, { callId, guestId }: Target) =>
  actInCall(context, actor, { callId, action: 'letIn' }, async (tx, call, afterCommit) => {
    if (!(await isGuestOf(tx, callId, guestId))) throw new AppError('not-found')
    const at = context.clock()
    if (!(await updateGuestRemoved(tx, callId, { guestId, by: actor.accountId, at }))) return {}
    const meetingId = await closeLinkOf(tx, guestId, at)
    await endGuestVisits(tx, callId, at, { guestId })
    const organizationId = journalOf(call.chat)
    const removed = { action: 'call.guest-removed', details: { guestId } } as const
    await recordAudit(tx, actor, { organizationId, ...removed, subjectKind: 'call', subjectId: callId })
    if (meetingId) {
      const revoked = { action: 'meeting.guest-link-revoked', subjectKind: 'meeting', subjectId: meetingId } as const
      await recordAudit(tx, actor, { organizationId, ...revoked })
      await tellOwners(context, tx, meetingId, afterCommit)
    }
    await tellHosts(context, tx, afterCommit, call)
    afterCommit(() => {
      attempt(context, context.media.removeParticipant(callId, guestIdentity(guestId)))
    })
    return {}
  })
