import type { QuietHours } from '@kolosok/contract'
import { Checkbox, Group, Input, Stack, Switch } from '@mantine/core'
import { weekdayName } from '#lib/working-hours.ts'
import { TimeField } from '#ui/date-field.tsx'
import { t } from './card-texts.ts'

const usual: QuietHours = { from: '20:00', until: '07:00', wholeDays: [] }

type Props = {
  readonly value: QuietHours | null
  readonly onChange: (value: QuietHours | null) => void
  readonly error: string | undefined
}

export function QuietHoursField({ value, onChange, error }: Props) {
  return (
    <Stack gap="sm">
      <Switch
        size="md"
        label={t('card.quiet.on')}
        description={t('card.quiet.hint')}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? usual : null)}
      />
      {value && (
        <>
          <Group gap="md" align="flex-start" role="group" aria-label={t('card.quiet')}>
            {(['from', 'until'] as const).map((end) => (
              <TimeField
                key={end}
                w={150}
                label={t(`card.quiet.${end}`)}
                value={value[end]}
                onChange={(time) => onChange({ ...value, [end]: time })}
              />
            ))}
          </Group>
          <Checkbox.Group
            label={t('card.quiet.days')}
            description={t('card.quiet.days.hint')}
            value={value.wholeDays.map(String)}
            onChange={(days) => days.length < 7 && onChange({ ...value, wholeDays: days.map(Number).sort() })}
          >
            <Group gap="md" my={6}>
              {[1, 2, 3, 4, 5, 6, 7].map((day) => (
                <Checkbox key={day} value={String(day)} label={weekdayName(day)} size="md" />
              ))}
            </Group>
          </Checkbox.Group>
          {error !== undefined && <Input.Error role="alert">{error}</Input.Error>}
        </>
      )}
    </Stack>
  )
}
