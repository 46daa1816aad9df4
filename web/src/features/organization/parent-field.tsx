import { NativeSelect } from '@mantine/core'
import type { GroupId } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { useOrganization } from '#features/organization-frame/index.ts'
import { placesFor } from './group-tree.ts'
import { groupsQuery } from './queries.ts'
import { t } from './group-texts.ts'

type Props = {
  /** Of the group that is placed; null for a new one. */
  readonly groupId: GroupId | null
  readonly value: GroupId | null
  readonly onChange: (parentId: GroupId | null) => void
  readonly error?: string | undefined
}

/** In which group it lies: a building, a class with its halves. Not asked where there is none to lie in. */
export function ParentField({ groupId, value, onChange, error }: Props) {
  const { id } = useOrganization()
  const { data: groups = [] } = useQuery(groupsQuery(id))
  const places = placesFor(groups, groupId)
  if (places.length === 0) return null
  const options = places.map(({ group, depth }) => ({
    value: group.id,
    label: `${'  '.repeat(depth)}${group.name}`,
  }))
  return (
    <NativeSelect
      size="md"
      label={t('group.parent')}
      description={t('group.parent.hint')}
      data={[{ value: '', label: t('group.parent.none') }, ...options]}
      value={value ?? ''}
      error={error}
      onChange={({ currentTarget }) => {
        onChange(places.find(({ group }) => group.id === currentTarget.value)?.group.id ?? null)
      }}
    />
  )
}
