import { Select } from '@mantine/core'
import { groupId, peopleSort, personStanding, role } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { groupsQuery } from '#features/organization/index.ts'
import { useOrganization } from '#features/organization-frame/index.ts'
import { Filters } from '#ui/filters.tsx'
import { t } from './texts.ts'

export const peopleFilter = z.object({
  search: z.string().max(100).optional(),
  role: role.optional(),
  groupId: groupId.optional(),
  standing: personStanding.optional(),
  sort: peopleSort.optional(),
})
export type PeopleFilter = z.infer<typeof peopleFilter>

type Props = { readonly filter: PeopleFilter; readonly onChange: (filter: PeopleFilter) => void }

/** Who of all is meant. */
export function PeopleFilters({ filter, onChange }: Props) {
  const { id } = useOrganization()
  const groups = useQuery(groupsQuery(id))
  const { sort, search: _, ...narrowed } = filter
  return (
    <Filters
      search={{ label: t('search'), value: filter.search ?? '', onChange: (search) => onChange({ ...filter, search }) }}
      narrowing={Object.keys(narrowed).length}
      onClear={() => onChange({ sort })}
    >
      <Select
        label={t('role')}
        placeholder={t('role.all')}
        data={role.options.map((one) => ({ value: one, label: t(`role.${one}`) }))}
        value={filter.role ?? null}
        onChange={(next) => onChange({ ...filter, role: next ?? undefined })}
        clearable
      />
      <Select
        label={t('group')}
        placeholder={t('group.all')}
        data={(groups.data ?? [])
          .filter(({ kind }) => kind !== 'staff')
          .map((group) => ({ value: group.id, label: group.name }))}
        value={filter.groupId ?? null}
        onChange={(next) => onChange({ ...filter, groupId: next ?? undefined })}
        searchable
        clearable
        nothingFoundMessage={t('group.nobody')}
      />
      <Select
        label={t('standing')}
        placeholder={t('standing.all')}
        data={personStanding.options.map((one) => ({ value: one, label: t(`standing.${one}`) }))}
        value={filter.standing ?? null}
        onChange={(next) => onChange({ ...filter, standing: next ?? undefined })}
        clearable
      />
    </Filters>
  )
}
