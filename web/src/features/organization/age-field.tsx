import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { kindergartenAges, LAST_CLASS } from '@kolosok/contract'
import { useOrganization } from '#features/organization-frame/index.ts'
import { t } from './group-texts.ts'

const CLASSES = Array.from({ length: LAST_CLASS }, (_, index) => `${String(index + 1)} класс`)

/** The ages that follow each other from year to year are offered; anything else may be written. */
export function AgeField(props: AutocompleteProps) {
  const { kind } = useOrganization()
  return (
    <Autocomplete
      size="md"
      label={t('group.age')}
      description={t('group.age.hint')}
      placeholder={t('group.age.placeholder')}
      data={kind === 'school' ? CLASSES : [...kindergartenAges]}
      // All of them, whatever is written already: choosing another must not mean deleting first.
      filter={({ options }) => options}
      comboboxProps={{ withinPortal: true }}
      {...props}
    />
  )
}
