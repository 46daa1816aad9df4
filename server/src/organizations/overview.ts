import type { OrganizationId, OrganizationOverview } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { accessOrganization } from './access.ts'
import { countStructure } from './overview.store.ts'

/** What there is, what waits, and how far a new administrator has come; read off the data every time. */
export async function getOverview(
  { db }: Context,
  actor: Actor,
  { organizationId }: { organizationId: OrganizationId },
): Promise<OrganizationOverview> {
  await accessOrganization(db, actor, organizationId, 'seePages')
  const { isCardFilled, hasInvited, ...counts } = await countStructure(db, organizationId)
  return {
    ...counts,
    steps: [
      { step: 'card', isDone: isCardFilled },
      { step: 'groups', isDone: counts.groupCount > 0 },
      { step: 'children', isDone: counts.childCount > 0 },
      { step: 'invite', isDone: hasInvited },
    ],
  }
}
