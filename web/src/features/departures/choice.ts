import type { Departure, departureEndpoints, GroupId, MembershipId } from '@kolosok/contract'
import type { CallInput } from '#lib/api.ts'

/** What has been chosen in the dialog so far. Links are kept unless said: families still come by them. */
export type Choice = {
  readonly groups: Readonly<Partial<Record<GroupId, MembershipId | null>>>
  readonly chatsTo: MembershipId | null
  readonly areLinksKept: boolean
  readonly linksTo: MembershipId | null
}

export const emptyChoice: Choice = { groups: {}, chatsTo: null, areLinksKept: true, linksTo: null }

export function toHandover(
  { groups, linkCount, linkCandidates }: Departure,
  choice: Choice,
): CallInput<typeof departureEndpoints.leave>['body'] {
  return {
    groups: groups.flatMap(({ id }) => {
      const to = choice.groups[id]
      return to ? [{ groupId: id, to }] : []
    }),
    chatsTo: choice.chatsTo,
    linksTo: linkCount > 0 && choice.areLinksKept ? (choice.linksTo ?? linkCandidates[0] ?? null) : null,
  }
}
