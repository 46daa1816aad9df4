import type { OrganizationId, WaitingHere } from '@kolosok/contract'
import { countChildren } from '#children/index.ts'
import { countToDecide } from '#confirmations/index.ts'
import { countPeople } from '#directory/index.ts'
import { countUnclaimedLinks } from '#invitations/index.ts'
import { countToDecide as countJoinRequests } from '#join-requests/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'

/** Counted by the rules of the lists that each of them leads to. */
export async function getWaitingHere(
  context: Context,
  actor: Actor,
  { organizationId }: { organizationId: OrganizationId },
): Promise<WaitingHere> {
  const { db } = context
  const { roles } = await accessOrganization(db, actor, organizationId, 'seePages')
  const here = { organizationId, roles }
  const [confirmations, joinRequests, unclaimedLinks, childrenWithoutGuardian, unconfirmedStaff] = await Promise.all([
    countToDecide(db, actor.accountId),
    countJoinRequests(db, actor.accountId),
    countUnclaimedLinks(context, actor, organizationId),
    countChildren(context, actor, { ...here, standing: 'without-guardian' }),
    countPeople(db, actor, { ...here, standing: 'unconfirmed' }),
  ])
  const ofHere = (counts: readonly { organizationId: OrganizationId; count: number }[]) =>
    counts.find((one) => one.organizationId === organizationId)?.count ?? 0
  return {
    confirmations: ofHere(confirmations),
    joinRequests: ofHere(joinRequests),
    unclaimedLinks,
    childrenWithoutGuardian,
    unconfirmedStaff,
  }
}
