import type { OrganizationAbilities, OrganizationId, OwnMembership } from '@kolosok/contract'
import { useLocalStorage } from '@mantine/hooks'
import { useMemberships } from './me.ts'

/** Chosen instead of an organization: what was said where one belongs no more. */
export const FORMER = 'former'

type Current = {
  readonly organization: OwnMembership['organization'] | undefined
  readonly abilities: OrganizationAbilities | undefined
  /** As one is called there: who works there, by that. */
  readonly ownName: string | undefined
  /** Each organization one belongs to, once. */
  readonly all: readonly OwnMembership['organization'][]
  readonly choose: (id: OrganizationId | typeof FORMER) => void
  /** What of an organization is on the screen now; null is the person's own, and everywhere. */
  readonly isHere: (id: OrganizationId | null) => boolean
}

/** Whether an organization one belongs to is closed: there it is read, and nothing is begun. */
export const useIsClosed = (id: OrganizationId | null | undefined): boolean =>
  useMemberships().some(({ organization }) => organization.id === id && organization.closing !== null)

/** Whoever belongs to several organizations is in one of them at a time; the choice stays on the device. */
export function useCurrentOrganization(): Current {
  const memberships = useMemberships()
  const [chosen, setChosen] = useLocalStorage({
    key: 'kolosok-organization',
    defaultValue: '',
    // At the first look already: nothing of another organization flashes up.
    getInitialValueInEffect: false,
  })
  const all = new Map(memberships.map(({ organization }) => [organization.id, organization]))
  const isFormer = chosen === FORMER || all.size === 0
  const current = isFormer
    ? undefined
    : (memberships.find(({ organization: { id } }) => id === chosen) ?? memberships[0])
  const own = memberships.filter(({ organization }) => organization.id === current?.organization.id)
  return {
    organization: current?.organization,
    abilities: current?.abilities,
    ownName: (own.find(({ role }) => role !== 'parent' && role !== 'student') ?? current)?.name,
    all: [...all.values()],
    choose: setChosen,
    isHere: (id) => id === null || (isFormer ? !all.has(id) : id === current?.organization.id),
  }
}
