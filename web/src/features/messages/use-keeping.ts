import type { Chat } from '@kolosok/contract'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { useMemberships } from '#lib/me.ts'

/** Where what is said here can be kept as a material, for whoever may add materials at all. */
export function useKeeping({ organizationId, binding }: Pick<Chat, 'organizationId' | 'binding'>) {
  const { organization } = useCurrentOrganization()
  const memberships = useMemberships()
  // «Избранное» is of no organization: what lies there goes where one is now.
  const id = organizationId ?? organization?.id
  const own = memberships.find((one) => one.organization.id === id && one.abilities.seeOrganizationPages)
  return own && { organizationId: own.organization.id, groupId: binding?.kind === 'group' ? binding.groupId : null }
}
