import type { ChildId, Invitation, InvitationId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { revokePersonalCodes } from '#identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessInvitation } from './access.ts'
import { scopeOf } from './list.ts'
import { type Filter, listManaged, listUnclaimed } from './list.store.ts'
import { present } from './present.ts'
import { getInvitationRow } from './store.ts'
import { listGroupsOfInvitations, listManagers, listOpenOfChild, revokeInvitations } from './write.store.ts'

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

/** Ends every open link that nobody came in by, of those the actor manages and the filter means. */
export async function revokeUnclaimed(
  context: Context,
  actor: Actor,
  { organizationId, ...filter }: Filter & { organizationId: OrganizationId },
): Promise<{ revoked: number }> {
  return transact(context.db, async (tx, afterCommit) => {
    const scope = await scopeOf(tx, actor, organizationId)
    const ids = await listUnclaimed(tx, scope, context.clock(), filter)
    // Somebody may come in while we look.
    return revokeAll(context, tx, actor, { organizationId, ids, onlyUnclaimed: true }, afterCommit)
  })
}

/** Ends these: all of them are the actor's to manage, or nothing happens. */
export async function revokeSelected(
  context: Context,
  actor: Actor,
  { organizationId, invitationIds }: { organizationId: OrganizationId; invitationIds: readonly InvitationId[] },
): Promise<{ revoked: number }> {
  return transact(context.db, async (tx, afterCommit) => {
    const scope = await scopeOf(tx, actor, organizationId)
    const ids = await listManaged(tx, scope, invitationIds)
    if (ids.length < new Set(invitationIds).size) throw new AppError('not-found')
    return revokeAll(context, tx, actor, { organizationId, ids, onlyUnclaimed: false }, afterCommit)
  })
}

/** Ends what is open for a child, whatever became of it so far. */
export async function revokeLinksOfChild(
  context: Context,
  tx: Tx,
  actor: Actor,
  { organizationId, childId }: { organizationId: OrganizationId; childId: ChildId },
  afterCommit: AfterCommit,
): Promise<void> {
  const ids = await listOpenOfChild(tx, childId, context.clock())
  await revokeAll(context, tx, actor, { organizationId, ids, onlyUnclaimed: false }, afterCommit)
}

type Ending = {
  readonly organizationId: OrganizationId
  readonly ids: readonly InvitationId[]
  readonly onlyUnclaimed: boolean
}

/** For whoever has asked at the door. */
export async function revokeAll(
  context: Context,
  tx: Tx,
  actor: Actor,
  { organizationId, ids, onlyUnclaimed }: Ending,
  afterCommit: AfterCommit,
): Promise<{ revoked: number }> {
  const groupIds = await listGroupsOfInvitations(tx, ids)
  const ended = await revokeInvitations(tx, ids, { at: context.clock(), by: actor.accountId, onlyUnclaimed })
  if (ended.length > 0) {
    await revokePersonalCodes(context, tx, ended)
    const [only = null, ...others] = ended
    // What was done in one go is one line: hundreds would bury everything else of that day.
    const one =
      others.length > 0 ? { subjectId: null, details: { invitationIds: ended, onlyUnclaimed } } : { subjectId: only }
    await recordAudit(tx, actor, { organizationId, action: 'invitation.revoked', subjectKind: 'invitation', ...one })
    const managers = await listManagers(tx, organizationId, groupIds)
    afterCommit(() => {
      publishStale(context.bus, [...new Set([...managers, actor.accountId])], 'invitations')
    })
  }
  return { revoked: ended.length }
}
