import type { WorkingHours } from '@kolosok/contract'
import { Checkbox, Group, Input, Stack, Switch } from '@mantine/core'
import { weekdayName } from '#lib/working-hours.ts'
import { TimeField } from '#ui/date-field.tsx'
import { t } from './card-texts.ts'

const usual: WorkingHours = { days: [1, 2, 3, 4, 5], from: '07:00', until: '19:00' }

type Props = {
  readonly value: WorkingHours | null
  readonly onChange: (value: WorkingHours | null) => void
  readonly error: string | undefined
}

export function WorkingHoursField({ value, onChange, error }: Props) {
  return (
    <Stack gap="sm">
      <Switch
        size="md"
        label={t('card.hours.on')}
        description={t('card.hours.hint')}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? usual : null)}
      />
      {value && (
        <>
          <Checkbox.Group
            label={t('card.hours.days')}
            value={value.days.map(String)}
            onChange={(days) => days.length > 0 && onChange({ ...value, days: days.map(Number).sort() })}
          >
            <Group gap="md" mt={6}>
              {[1, 2, 3, 4, 5, 6, 7].map((day) => (
                <Checkbox key={day} value={String(day)} label={weekdayName(day)} size="md" />
              ))}
            </Group>
          </Checkbox.Group>
          <Group gap="md" align="flex-start">
            {(['from', 'until'] as const).map((end) => (
              <TimeField
                key={end}
                w={130}
                label={t(`card.hours.${end}`)}
                value={value[end]}
                onChange={(time) => onChange({ ...value, [end]: time })}
              />
            ))}
          </Group>
          {error !== undefined && <Input.Error role="alert">{error}</Input.Error>}
        </>
      )}
    </Stack>
  )
}
