import type { InvitationId, InvitationStanding, OrganizationId } from '@kolosok/contract'
import { accessOrganization, organizationPolicy } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { countUnclaimed, type Filter, listInvitations, listManagedGroups, PAGE, type Scope } from './list.store.ts'
import { present } from './present.ts'

/** What somebody manages here: all of it, or as a teacher the children of their groups. */
export async function scopeOf(db: Db, actor: Actor, organizationId: OrganizationId): Promise<Scope> {
  const organization = await accessOrganization(db, actor, organizationId, 'seePages')
  const managesAll = organizationPolicy.inviteAnybody(organization) === 'allow'
  return { organizationId, teacher: managesAll ? null : actor.accountId }
}

/** Open and never used, of those this actor manages. */
export async function countUnclaimedLinks(
  { db, clock }: Context,
  actor: Actor,
  organizationId: OrganizationId,
): Promise<number> {
  return countUnclaimed(db, await scopeOf(db, actor, organizationId), clock(), {})
}

type Wanted = Filter & {
  readonly organizationId: OrganizationId
  readonly state?: InvitationStanding | undefined
  readonly after?: InvitationId | undefined
}

export async function getInvitations(context: Context, actor: Actor, { organizationId, ...wanted }: Wanted) {
  const now = context.clock()
  const scope = await scopeOf(context.db, actor, organizationId)
  const [rows, unclaimed, groups] = await Promise.all([
    listInvitations(context.db, scope, now, wanted),
    countUnclaimed(context.db, scope, now, wanted),
    listManagedGroups(context.db, scope),
  ])
  const page = rows.slice(0, PAGE)
  return {
    invitations: page.map((row) => present(context, row)),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    unclaimed,
    groups,
    abilities: { inviteStaff: scope.teacher === null },
  }
}
