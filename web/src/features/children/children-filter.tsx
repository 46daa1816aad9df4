import { Select } from '@mantine/core'
import { childrenSort, childStanding, groupId } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { groupsQuery } from '#features/organization/index.ts'
import { useOrganization } from '#features/organization-frame/index.ts'
import { Filters } from '#ui/filters.tsx'
import { t } from './texts.ts'

export const childrenFilter = z.object({
  search: z.string().max(100).optional(),
  groupId: groupId.optional(),
  standing: childStanding.optional(),
  sort: childrenSort.optional(),
})
export type ChildrenFilter = z.infer<typeof childrenFilter>

type Props = { readonly filter: ChildrenFilter; readonly onChange: (filter: ChildrenFilter) => void }

/** Which of all children are meant. */
export function ChildrenFilters({ filter, onChange }: Props) {
  const { id, abilities } = useOrganization()
  const groups = useQuery(groupsQuery(id))
  const { sort, search: _, ...narrowed } = filter
  // A teacher does not see who has left.
  const standings = childStanding.options.filter((one) => one !== 'left' || abilities.inviteAnybody)
  return (
    <Filters
      search={{ label: t('search'), value: filter.search ?? '', onChange: (search) => onChange({ ...filter, search }) }}
      narrowing={Object.keys(narrowed).length}
      onClear={() => onChange({ sort })}
    >
      <Select
        label={t('group')}
        placeholder={t('group.all')}
        data={(groups.data ?? [])
          .filter(({ abilities: { seeChildren } }) => seeChildren)
          .map((group) => ({ value: group.id, label: group.name }))}
        value={filter.groupId ?? null}
        onChange={(next) => onChange({ ...filter, groupId: next ?? undefined })}
        searchable
        clearable
        nothingFoundMessage={t('group.nobody')}
      />
      <Select
        label={t('standing')}
        placeholder={t('standing.here')}
        data={standings.map((one) => ({ value: one, label: t(`standing.${one}`) }))}
        value={filter.standing ?? null}
        onChange={(next) => onChange({ ...filter, standing: next ?? undefined })}
        clearable
      />
    </Filters>
  )
}
