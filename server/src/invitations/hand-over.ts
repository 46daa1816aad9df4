import type { MembershipId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { listOpenOf, updateCreator } from './hand-over.store.ts'
import { revokeAll } from './revoke.ts'

type Links = {
  readonly organizationId: OrganizationId
  readonly from: MembershipId
  /** Who invites from now on; null: nobody, the links end. */
  readonly to: MembershipId | null
}

/** The live links of somebody who leaves. */
export async function handOverLinks(
  context: Context,
  tx: Tx,
  actor: Actor,
  { organizationId, from, to }: Links,
  afterCommit: AfterCommit,
): Promise<void> {
  const ids = await listOpenOf(tx, from, context.clock())
  if (ids.length === 0) return
  if (to === null) {
    await revokeAll(context, tx, actor, { organizationId, ids, onlyUnclaimed: false }, afterCommit)
    return
  }
  await updateCreator(tx, ids, to)
  await recordAudit(tx, actor, {
    organizationId,
    action: 'invitation.handed-over',
    subjectKind: 'membership',
    subjectId: from,
    details: { membershipId: to, count: ids.length },
  })
}
