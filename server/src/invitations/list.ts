import { type InvitationId, MAX_INVITATIONS_EXPORTED, type OrganizationId } from '@kolosok/contract'
import { recordTaken } from '#audit/index.ts'
import { accessOrganization, organizationPolicy } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact } from '#platform/db.ts'
import { countUnclaimed, type Listed, listInvitations, listManagedGroups, PAGE, type Scope } from './list.store.ts'
import { present, presentTaken } from './present.ts'

/** What somebody manages here: all of it, or as a teacher the children of their groups. */
export async function scopeOf(db: Db, actor: Actor, organizationId: OrganizationId): Promise<Scope> {
  const organization = await accessOrganization(db, actor, organizationId, 'seePages')
  const managesAll = organizationPolicy.inviteAnybody(organization) === 'allow'
  return { organizationId, teacher: managesAll ? null : actor.accountId, isOrganizationClosed: organization.isClosed }
}

/** Open and never used, of those this actor manages. */
export async function countUnclaimedLinks(
  { db, clock }: Context,
  actor: Actor,
  organizationId: OrganizationId,
): Promise<number> {
  return countUnclaimed(db, await scopeOf(db, actor, organizationId), clock(), {})
}

type Wanted = Listed & { readonly organizationId: OrganizationId }

export async function getInvitations(
  context: Context,
  actor: Actor,
  { organizationId, ...wanted }: Wanted & { readonly after?: InvitationId | undefined },
) {
  const now = context.clock()
  const scope = await scopeOf(context.db, actor, organizationId)
  const [rows, unclaimed, groups] = await Promise.all([
    listInvitations(context.db, scope, now, { ...wanted, limit: PAGE + 1 }),
    countUnclaimed(context.db, scope, now, wanted),
    listManagedGroups(context.db, scope),
  ])
  const page = rows.slice(0, PAGE)
  return {
    invitations: page.map((row) => present(context, row)),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    unclaimed,
    groups,
    abilities: { inviteStaff: scope.teacher === null && !scope.isOrganizationClosed },
  }
}

/** All that are meant, for a workbook or for paper: the same as on screen, written down. */
export function exportInvitations(context: Context, actor: Actor, { organizationId, ...wanted }: Wanted) {
  return transact(context.db, async (tx) => {
    const scope = await scopeOf(tx, actor, organizationId)
    const all = { ...wanted, limit: MAX_INVITATIONS_EXPORTED + 1 }
    const rows = await listInvitations(tx, scope, context.clock(), all)
    const leaving = {
      organizationId,
      action: 'invitation.exported',
      found: rows,
      most: MAX_INVITATIONS_EXPORTED,
    } as const
    const { taken, isCut } = await recordTaken(tx, actor, leaving)
    return { invitations: taken.map(presentTaken), isCut }
  })
}
