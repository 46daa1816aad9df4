import { Button, Select } from '@mantine/core'
import { type AccountId, type JournalKind, journalKinds } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { useOrganization } from '#features/organization-frame/index.ts'
import { staffQuery } from '#features/organization/index.ts'
import { DateField } from '#ui/date-field.tsx'
import classes from './journal.module.css'
import type { JournalFilter } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly filter: JournalFilter; readonly onChange: (filter: JournalFilter) => void }

export function Filters({ filter, onChange }: Props) {
  const { id } = useOrganization()
  const staff = useQuery(staffQuery(id))
  // A person may hold two memberships, and is one author.
  const people = new Map((staff.data ?? []).map(({ person, fullName }) => [person.accountId, fullName || person.name]))
  const set = (field: keyof JournalFilter, value: string | null) => {
    const { [field]: _, ...rest } = filter
    onChange(value === null || value === '' ? rest : { ...rest, [field]: value })
  }
  return (
    <div className={classes.filters}>
      <Select
        label={t('filter.kind')}
        placeholder={t('filter.kind.all')}
        data={(Object.keys(journalKinds) as JournalKind[]).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        value={filter.kind ?? null}
        onChange={(kind) => set('kind', kind)}
        clearable
      />
      <Select
        label={t('filter.by')}
        placeholder={t('filter.by.all')}
        data={[...people].map(([value, label]) => ({ value, label }))}
        value={filter.by ?? null}
        onChange={(by: AccountId | null) => set('by', by)}
        searchable
        clearable
        nothingFoundMessage={t('filter.by.nobody')}
      />
      <DateField
        label={t('filter.from')}
        value={filter.from ?? ''}
        max={filter.until}
        onChange={(value) => set('from', value)}
      />
      <DateField
        label={t('filter.until')}
        value={filter.until ?? ''}
        min={filter.from}
        onChange={(value) => set('until', value)}
      />
      {Object.keys(filter).length > 0 && (
        <Button variant="subtle" onClick={() => onChange({})}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}
