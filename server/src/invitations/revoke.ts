import type { GroupId, Invitation, InvitationId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { revokePersonalCodes } from '#identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { accessInvitation } from './access.ts'
import { scopeOf } from './list.ts'
import { present } from './present.ts'
import { getInvitationRow, listUnclaimed } from './store.ts'
import { listManagers, revokeInvitations } from './write.store.ts'

/** Ends one link; who came in by it stays. Ending it twice is fine. */
export async function revokeInvitation(
  context: Context,
  actor: Actor,
  { organizationId, invitationId }: { organizationId: OrganizationId; invitationId: InvitationId },
): Promise<Invitation> {
  return transact(context.db, async (tx, afterCommit) => {
    const cleared = await accessInvitation(tx, actor, invitationId)
    if (cleared.organizationId !== organizationId) throw new AppError('not-found')
    const revoked = { at: context.clock(), by: actor.accountId }
    const ended = await revokeInvitations(tx, [invitationId], revoked)
    const row = await getInvitationRow(tx, invitationId, context.clock())
    if (ended.length > 0) {
      await revokePersonalCodes(context, tx, ended)
      await recordAudit(tx, actor, {
        organizationId,
        action: 'invitation.revoked',
        subjectKind: 'invitation',
        subjectId: invitationId,
      })
      const managers = await listManagers(
        tx,
        organizationId,
        row.groups.map((group) => group.id),
      )
      afterCommit(() => {
        publishStale(context.bus, managers, 'invitations')
      })
    }
    return present(context, row)
  })
}

/** Ends every open link that nobody came in by, of those the actor manages. */
export async function revokeUnclaimed(
  context: Context,
  actor: Actor,
  { organizationId, groupId }: { organizationId: OrganizationId; groupId?: GroupId | undefined },
): Promise<{ revoked: number }> {
  return transact(context.db, async (tx, afterCommit) => {
    const scope = await scopeOf(tx, actor, organizationId)
    const ids = await listUnclaimed(tx, scope, context.clock(), groupId)
    const ended = await revokeInvitations(tx, ids, {
      at: context.clock(),
      by: actor.accountId,
      // Somebody may come in while we look.
      onlyUnclaimed: true,
    })
    const revoked = ended.length
    if (revoked > 0) {
      await revokePersonalCodes(context, tx, ended)
      await recordAudit(tx, actor, {
        organizationId,
        action: 'invitation.unclaimed-revoked',
        subjectKind: groupId ? 'group' : 'organization',
        subjectId: groupId ?? organizationId,
        details: { revoked },
      })
      const managers = await listManagers(tx, organizationId, groupId ? [groupId] : [])
      afterCommit(() => {
        publishStale(context.bus, [...new Set([...managers, actor.accountId])], 'invitations')
      })
    }
    return { revoked }
  })
}
