import type { OrganizationId, OrganizationOverview } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { accessOrganization } from './access.ts'
import { countGroups } from './overview-groups.store.ts'
import { countStructure } from './overview.store.ts'
import { organizationPolicy } from './policy.ts'

/** What there is, what waits, and how far a new administrator has come; read off the data every time. */
export async function getOverview(
  { db, clock }: Context,
  actor: Actor,
  { organizationId }: { organizationId: OrganizationId },
): Promise<OrganizationOverview> {
  const organization = await accessOrganization(db, actor, organizationId, 'seePages')
  const mayInviteAll = organizationPolicy.inviteAnybody(organization) === 'allow'
  const [{ isCardFilled, hasInvited, ...counts }, groups] = await Promise.all([
    countStructure(db, organizationId),
    countGroups(db, { organizationId, reader: actor.accountId, now: clock() }),
  ])
  return {
    ...counts,
    groups: groups.map(({ isOwn, invitedCount, unclaimedCount, ...group }) => ({
      ...group,
      links: mayInviteAll || isOwn ? { invitedCount, unclaimedCount } : null,
    })),
    steps: [
      { step: 'card', isDone: isCardFilled },
      { step: 'groups', isDone: counts.groupCount > 0 },
      { step: 'children', isDone: counts.childCount > 0 },
      { step: 'invite', isDone: hasInvited },
    ],
  }
}
