import {
  type GroupId,
  groupId as oneGroup,
  type InvitationKind,
  invitationKind,
  type InvitationSort,
  invitationSort,
  type InvitationStanding,
  invitationStanding,
} from '@kolosok/contract'
import { NativeSelect } from '@mantine/core'
import { z } from 'zod'
import { Filters } from '#ui/filters.tsx'
import { t } from './texts.ts'

export type Filter = {
  readonly state: InvitationStanding | 'all'
  readonly kind: InvitationKind | 'all'
  readonly groupId: GroupId | 'all'
  readonly search: string
  readonly sort: InvitationSort
}

/** As it stands in the address: what is not narrowed is not said. */
export const invitationFilter = z.object({
  state: invitationStanding.optional(),
  whom: invitationKind.optional(),
  groupId: oneGroup.optional(),
  search: z.string().max(100).optional(),
  sort: invitationSort.optional(),
})
type Given = z.infer<typeof invitationFilter>

/** As the list stands at first. */
const NEWEST = '-created'

export const widened = ({ state, whom, groupId, search, sort }: Given): Filter => ({
  state: state ?? 'all',
  kind: whom ?? 'all',
  groupId: groupId ?? 'all',
  search: search ?? '',
  sort: sort ?? NEWEST,
})

export const narrowed = ({ state, kind, groupId, search, sort }: Filter): Given => ({
  ...(state !== 'all' && { state }),
  ...(kind !== 'all' && { whom: kind }),
  ...(groupId !== 'all' && { groupId }),
  ...(search !== '' && { search }),
  ...(sort !== NEWEST && { sort }),
})

/** How many choices leave something out; an order does not. */
const countNarrowing = (filter: Filter): number => Object.keys(narrowed({ ...filter, search: '', sort: NEWEST })).length

export const isNarrowed = (filter: Filter): boolean => filter.search !== '' || countNarrowing(filter) > 0

const states = [
  'all',
  'open',
  'unclaimed',
  'expiring',
  'spent',
  'expired',
  'revoked',
] as const satisfies Filter['state'][]
const kinds = ['all', ...invitationKind.options] as const

type Props = {
  readonly filter: Filter
  readonly groups: readonly { readonly id: GroupId; readonly name: string }[]
  /** A teacher's list holds families only. */
  readonly hasStaff: boolean
  readonly onChange: (filter: Filter) => void
}

export function InvitationFilters({ filter, groups, hasStaff, onChange }: Props) {
  return (
    <Filters
      search={{ label: t('search'), value: filter.search, onChange: (search) => onChange({ ...filter, search }) }}
      narrowing={countNarrowing(filter)}
      onClear={() => onChange({ ...widened({}), sort: filter.sort })}
    >
      <NativeSelect
        size="md"
        label={t('filter')}
        value={filter.state}
        data={states.map((value) => ({ value, label: t(`filter.${value}`) }))}
        onChange={(event) => {
          const state = states.find((one) => one === event.currentTarget.value) ?? 'all'
          onChange({ ...filter, state })
        }}
      />
      {hasStaff && (
        <NativeSelect
          size="md"
          label={t('filter.kind')}
          value={filter.kind}
          data={kinds.map((value) => ({ value, label: t(`filter.kind.${value}`) }))}
          onChange={(event) => {
            const kind = kinds.find((one) => one === event.currentTarget.value) ?? 'all'
            onChange({ ...filter, kind, ...(kind === 'staff' && { groupId: 'all' as const }) })
          }}
        />
      )}
      {groups.length > 1 && filter.kind !== 'staff' && (
        <NativeSelect
          size="md"
          label={t('filter.group')}
          value={filter.groupId}
          data={[
            { value: 'all', label: t('filter.group.all') },
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => {
            const groupId = groups.find(({ id }) => id === event.currentTarget.value)?.id ?? 'all'
            onChange({ ...filter, groupId })
          }}
        />
      )}
    </Filters>
  )
}
