import type { OrganizationId } from '@kolosok/contract'
import { accessOrganization, organizationPolicy } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { present } from './present.ts'
import { type Filter, listInvitations, listUnclaimed, PAGE, type Scope } from './store.ts'

/** What somebody manages here: all of it, or as a teacher the children of their groups. */
export async function scopeOf(db: Db, actor: Actor, organizationId: OrganizationId): Promise<Scope> {
  const organization = await accessOrganization(db, actor, organizationId, 'seePages')
  const managesAll = organizationPolicy.inviteAnybody(organization) === 'allow'
  return { organizationId, teacher: managesAll ? null : actor.accountId }
}

export async function getInvitations(
  context: Context,
  actor: Actor,
  { organizationId, ...filter }: Filter & { organizationId: OrganizationId },
) {
  const now = context.clock()
  const scope = await scopeOf(context.db, actor, organizationId)
  const rows = await listInvitations(context.db, scope, now, filter)
  const unclaimed = await listUnclaimed(context.db, scope, now)
  const page = rows.slice(0, PAGE)
  return {
    invitations: page.map((row) => present(context, row)),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    unclaimed: unclaimed.length,
    abilities: { inviteStaff: scope.teacher === null },
  }
}
