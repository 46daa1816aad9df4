import type { OrganizationAbilities, OrganizationId, OwnMembership } from '@kolosok/contract'
import { useLocalStorage } from '@mantine/hooks'
import { useMemberships } from './me.ts'

type Current = {
  readonly organization: OwnMembership['organization'] | undefined
  readonly abilities: OrganizationAbilities | undefined
  /** Each organization one belongs to, once. */
  readonly all: readonly OwnMembership['organization'][]
  readonly choose: (id: OrganizationId) => void
}

/** Whoever belongs to several organizations works in one of them; the choice stays on the device. */
export function useCurrentOrganization(): Current {
  const memberships = useMemberships()
  const [chosen, setChosen] = useLocalStorage({ key: 'kolosok-organization', defaultValue: '' })
  const current = memberships.find(({ organization }) => organization.id === chosen) ?? memberships[0]
  const all = new Map(memberships.map(({ organization }) => [organization.id, organization]))
  return {
    organization: current?.organization,
    abilities: current?.abilities,
    all: [...all.values()],
    choose: setChosen,
  }
}
