import type { OrganizationAbilities, OwnMembership } from '@kolosok/contract'
import { useParams } from '@tanstack/react-router'
import { useMemberships } from '#lib/me.ts'

export type OwnOrganization = OwnMembership['organization'] & { readonly abilities: OrganizationAbilities }

/** The organization of the address (`/o/$code`), if one belongs to it and may see its pages. */
export function useFoundOrganization(): OwnOrganization | undefined {
  const { code } = useParams({ strict: false })
  const membership = useMemberships().find(({ organization }) => organization.code === code)
  return membership?.abilities.seeOrganizationPages
    ? { ...membership.organization, abilities: membership.abilities }
    : undefined
}

/** Inside the pages of an organization only: there it has been found. */
export function useOrganization(): OwnOrganization {
  const organization = useFoundOrganization()
  if (!organization) throw new Error('Not inside the pages of an organization')
  return organization
}
