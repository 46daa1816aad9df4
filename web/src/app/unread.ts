import type { OrganizationId } from '@kolosok/contract'
import { type Unread, useUnread } from '#features/chats/index.ts'
import { useCurrentOrganization } from '#lib/current-organization.ts'

const sumOf = (unread: Unread, isMeant: (id: OrganizationId) => boolean): number =>
  Object.entries(unread).reduce((sum, [id, count]) => sum + (isMeant(id as OrganizationId) ? count : 0), 0)

/** What is unread where one is, and in the other organizations together. */
export function useUnreadHereAndElsewhere() {
  const unread = useUnread()
  const { all, isHere } = useCurrentOrganization()
  const own = new Set(all.map(({ id }) => id))
  return {
    unread,
    here: sumOf(unread, isHere),
    elsewhere: sumOf(unread, (id) => !isHere(id)),
    /** There are chats of an organization one belongs to no more. */
    hasFormer: own.size > 0 && Object.keys(unread).some((id) => !own.has(id as OrganizationId)),
  }
}
