import { type GroupId, type InvitationKind, invitationKind, type InvitationStanding } from '@kolosok/contract'
import { NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import classes from './invitations.module.css'
import { t } from './texts.ts'

export type Filter = {
  readonly state: InvitationStanding | 'all'
  readonly kind: InvitationKind | 'all'
  readonly groupId: GroupId | 'all'
  readonly search: string
}

export const noFilter: Filter = { state: 'all', kind: 'all', groupId: 'all', search: '' }

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
    <div className={classes.filters}>
      <TextInput
        className={classes.search}
        size="md"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={20} aria-hidden="true" />}
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.currentTarget.value })}
      />
      <NativeSelect
        size="md"
        aria-label={t('filter')}
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
          aria-label={t('filter.kind')}
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
          aria-label={t('filter.group')}
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
    </div>
  )
}
