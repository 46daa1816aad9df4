import type { SendingWay } from '@kolosok/contract'
import { Checkbox, Stack, Text } from '@mantine/core'
import type { Recipients } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly ways: readonly SendingWay[]
  readonly messages: Recipients['messages']
  readonly lately: Recipients['lately']
  readonly chosen: readonly SendingWay[]
  readonly onChange: (ways: readonly SendingWay[]) => void
}

type ByChoice<T> = { readonly email: T; readonly sms: T; readonly both: T }

/** What there is for what was chosen; nothing for nothing. */
export function ofChoice<T>(by: ByChoice<T>, chosen: readonly SendingWay[]): T | undefined {
  const [only] = chosen
  if (chosen.length === 2) return by.both
  return only && by[only]
}

/** By letter, by SMS or by whichever somebody has. */
export function WayChoice({ ways, messages, lately, chosen, onChange }: Props) {
  const skipped = ofChoice(lately, chosen) ?? 0
  return (
    <>
      <Checkbox.Group
        label={t('families.ways')}
        value={[...chosen]}
        onChange={(values) => onChange(ways.filter((way) => values.includes(way)))}
      >
        <Stack gap={4} mt={6}>
          {ways.map((way) => (
            <Checkbox
              key={way}
              size="md"
              py={8}
              value={way}
              label={t(`families.way.${way}`, { count: messages[way] })}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {chosen.length === 2 && (
        <Text size="sm" c="dimmed">
          {t('families.both')}
        </Text>
      )}
      {skipped > 0 && (
        <Text size="sm" c="dimmed">
          {t('families.lately', { count: skipped })}
        </Text>
      )}
    </>
  )
}
