import type { GroupId } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { recipientsQuery } from '#features/mailings/index.ts'
import { useOrganization } from '#features/organization-frame/index.ts'
import type { Filter } from './invitation-filters.tsx'

type Group = { readonly id: GroupId; readonly name: string }

/** The chosen group; without a choice, a teacher's only one. */
function findGroup({ groupId }: Filter, groups: readonly Group[], managesAll: boolean): Group | null {
  const chosen = groups.find((group) => group.id === groupId)
  if (chosen) return chosen
  return !managesAll && groups.length === 1 ? (groups[0] ?? null) : null
}

/** Whose families are written to from here: a group's, or all by whoever may. */
export function useTarget(filter: Filter, groups: readonly Group[]) {
  const { id, abilities, closing } = useOrganization()
  const group = findGroup(filter, groups, abilities.inviteAnybody)
  const enabled = group !== null || abilities.inviteAnybody
  const { data } = useQuery({ ...recipientsQuery(id, group?.id ?? null), enabled })
  const known = enabled ? data : undefined
  return {
    group,
    recipients: known,
    canSend: closing === null && known !== undefined && known.ways.length > 0,
    reminders: closing === null ? (known?.reminders ?? 0) : 0,
  }
}
